"""Fact checks: a rumour, what is known, a verdict."""

from collections.abc import Mapping
from dataclasses import replace

from newscrawl.replica.scenario import Scenario

_MEDIA = ("Facebook", "TikTok", "Instagram", "X", "WhatsApp", "Threads")
_VERDICT = ("Hoaks", "Salah", "Menyesatkan")


def _words(claims: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    return {"media": _MEDIA, "klaim": claims, "putusan": _VERDICT}


_HEALTH = Scenario(
    topic="cek fakta",
    section="Cek Fakta",
    form="check",
    speaker=("Juru Bicara Kementerian Kesehatan", "Ketua Ikatan Dokter {kota}"),
    second=("Dosen gizi Universitas {kota}", "Apoteker di {kota}"),
    numbers={"dibagikan": (120, 9_800), "komentar": (40, 2_300)},
    words=_words(
        (
            "air rebusan daun salam menyembuhkan diabetes dalam semalam",
            "menempelkan bawang di telapak kaki menurunkan demam anak",
            "minum kopi tanpa gula dapat menggantikan vaksin influenza",
            "garam yang dibakar mampu mengusir bakteri penyebab tifus",
        )
    ),
    headlines=("Hoaks! {Klaim}", "Cek fakta, benarkah {klaim}?"),
    ledes=(
        "Sebuah unggahan di {media} [menarasikan|menyebutkan] bahwa {klaim}, {hari}.",
        "Beredar video di {media} yang [menyebutkan|mengeklaim] bahwa {klaim}, {hari}.",
    ),
    quotes=(
        "Informasi itu tidak benar dan tidak didukung penelitian mana pun",
        "Penyakit harus ditangani tenaga kesehatan, bukan dengan resep berantai",
        "Pasien yang menghentikan obat karena pesan seperti ini justru berisiko",
    ),
    facts=(
        "Unggahan yang muncul sejak {kemarin} itu [disukai|ditonton] ribuan kali dan mendapat {komentar} komentar.",
        "Tidak ada jurnal kedokteran yang [mencatat|melaporkan] khasiat semacam itu, sedangkan dosis yang disebut dalam video dapat mengganggu lambung.",
        "Foto laboratorium dalam unggahan ternyata [diambil|berasal] dari situs penyedia gambar dan tidak terkait dengan penelitian apa pun.",
    ),
    reported=(
        "bahan dapur tetap boleh dipakai asalkan tidak menggantikan pengobatan",
        "keluhan yang tidak membaik dalam tiga hari sebaiknya diperiksakan",
    ),
    second_quotes=("Yang alami belum tentu aman",),
    background=(
        "Kementerian Kesehatan menyediakan daftar hoaks kesehatan pada laman resminya.",
        "Narasi serupa pernah beredar pada {tahun_lalu} dengan nama tanaman lain.",
    ),
    subheads=("Penjelasan", "Kata dokter"),
    captions=("Tangkapan layar unggahan yang menyesatkan",),
    tags=("cek fakta", "hoaks kesehatan", "{media}"),
)
_AID = replace(
    _HEALTH,
    speaker=("Kepala Dinas Sosial {kota}", "Juru Bicara Kementerian Sosial"),
    second=("Pengajar keamanan siber Universitas {kota}", "Pegiat literasi digital {kota}"),
    words=_words(
        (
            "pemerintah membagikan telepon seluler gratis lewat pesan berantai",
            "warga yang mengisi formulir daring mendapat bantuan lima juta rupiah",
            "tagihan listrik dihapus bagi pelanggan yang mengirim foto KTP",
            "kartu tanda penduduk lama tidak berlaku mulai pekan depan",
        )
    ),
    ledes=(
        "Pesan berantai di {media} [mengajak warga percaya|menyatakan] bahwa {klaim}, {hari}.",
        "Sebuah akun di {media} [mengunggah|menyebarkan] poster yang menyatakan bahwa {klaim}, {hari}.",
    ),
    quotes=(
        "Kami tidak pernah meminta data pribadi melalui tautan seperti itu",
        "Bantuan hanya disalurkan kepada warga yang sudah terdata",
        "Logo kami dipakai tanpa izin dan sudah dilaporkan kepada polisi",
    ),
    facts=(
        "Tautan dalam pesan itu telah [dibuka|diklik] sedikitnya {dibagikan} kali sebelum diblokir.",
        "Alamat laman tersebut baru didaftarkan pada {bulan} dan [meniru|menyalin] tampilan laman pemerintah.",
        "Formulirnya meminta nomor rekening beserta kata sandi, sesuatu yang [tidak lazim|tidak pernah dilakukan] dalam penyaluran bantuan.",
    ),
    reported=(
        "pelaku memakai nama program yang sedang ramai dibicarakan",
        "korban sebaiknya segera mengganti kata sandi dan menghubungi bank",
    ),
    background=(
        "Program bantuan yang resmi diumumkan melalui kantor kelurahan.",
        "Modus itu dikenal sebagai pengelabuan atau phishing.",
    ),
    subheads=("Tautan palsu", "Penelusuran"),
    tags=("cek fakta", "penipuan daring", "{media}"),
)
_CITY = replace(
    _HEALTH,
    speaker=("Kepala Dinas Komunikasi dan Informatika {kota}", "Sekretaris Daerah {kota}"),
    second=("Pengajar komunikasi Universitas {kota}", "Ketua komunitas periksa fakta {kota}"),
    words=_words(
        (
            "seluruh sekolah di {kota} diliburkan selama sebulan",
            "lampu jalan di {kota} diganti dengan kamera perekam suara",
            "jembatan terpanjang di {kota} retak dan akan dirobohkan",
            "air keran di {kota} berwarna merah karena limbah pabrik",
        )
    ),
    ledes=(
        "Rekaman suara yang beredar di {media} [menyatakan|menyampaikan] bahwa {klaim}, {hari}.",
        "Sejumlah akun {media} [membagikan|memuat] gambar disertai keterangan bahwa {klaim}, {hari}.",
    ),
    quotes=(
        "Tidak ada keputusan semacam itu, dan kegiatan berjalan seperti biasa",
        "Gambar yang dipakai berasal dari peristiwa di negara lain",
        "Masyarakat sebaiknya memeriksa kanal resmi kami sebelum membagikan pesan",
    ),
    facts=(
        "Gambar itu dibagikan {dibagikan} kali hanya dalam [dua hari|sehari semalam].",
        "Penelusuran terbalik menunjukkan foto yang sama pernah dimuat sebuah media asing pada {tahun_lalu}.",
        "Petugas yang mendatangi lokasi pada {kemarin} tidak menemukan [kejanggalan|hal seperti yang dinarasikan].",
    ),
    reported=(
        "pesan semacam itu kembali beredar setiap tahun dengan nama kota yang diganti",
        "judul yang terlalu mengejutkan patut dicurigai",
    ),
    background=(
        "Pemerintah kota membuka layanan aduan informasi selama 24 jam.",
        "Penyebar kabar bohong dapat dijerat dengan undang-undang yang berlaku.",
    ),
    subheads=("Foto lama", "Hasil pemeriksaan"),
    tags=("cek fakta", "hoaks", "{kota_kecil}"),
)
SCENARIOS = (_HEALTH, _AID, _CITY)
