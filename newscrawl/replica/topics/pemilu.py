"""Elections and parliaments."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="pemilu",
        countries=(
            "Jepang",
            "Korea Selatan",
            "Nepal",
            "Sri Lanka",
            "Malaysia",
            "Filipina",
            "Georgia",
            "Mongolia",
            "Kenya",
            "Ghana",
            "Senegal",
            "Portugal",
            "Norwegia",
            "Peru",
            "Chile",
            "Kanada",
            "Austria",
        ),
        speaker=(
            "Ketua Komisi Pemilihan Umum {negara}",
            "Wakil Ketua Komisi Pemilihan Umum {negara}",
        ),
        second=("Ketua tim pemantau internasional", "Pengamat politik Universitas {ibu_kota}"),
        numbers={
            "tps": (1_800, 14_000),
            "pemilih": (700_000, 2_900_000),
            "calon": (4, 17),
            "pemantau": (90, 1_400),
        },
        tenths={"partisipasi": (521, 812)},
        headlines=(
            "Partisipasi pemilu {negara} capai {partisipasi} persen",
            "{pemilih} pemilih {negara} berikan suara di {tps} TPS",
            "Komisi pemilihan {negara} tuntaskan penghitungan di {kota}",
        ),
        ledes=(
            "Tingkat partisipasi dalam pemilihan umum {negara} [mencapai|tercatat] {partisipasi} persen, kata komisi pemilihan negara itu, {hari}.",
            "Komisi pemilihan {negara} pada {hari} menyatakan penghitungan suara di {kota} dan wilayah sekitarnya telah [selesai|rampung] tanpa gangguan berarti.",
        ),
        quotes=(
            "Setiap suara dihitung dua kali dan disaksikan wakil semua calon",
            "Kami meminta semua pihak menunggu hasil resmi",
            "Pemungutan suara berjalan tertib, meski hujan turun di beberapa wilayah",
            "Sengketa harus dibawa ke pengadilan, bukan ke jalan",
        ),
        facts=(
            "Sebanyak {pemilih} orang terdaftar sebagai pemilih di {tps} tempat pemungutan suara.",
            "Pemilihan itu diikuti {calon} [calon|peserta], tetapi jajak pendapat hanya mengunggulkan dua di antaranya.",
            "Sebanyak {pemantau} pemantau dari dalam dan luar negeri [mengawasi|mengikuti] jalannya pemungutan suara.",
            "Di {kota}, sejumlah tempat pemungutan suara dibuka satu jam lebih lambat karena [surat suara terlambat tiba|listrik padam].",
            "Hasil resmi akan diumumkan paling lambat {nanti}.",
            "Warga {negara} di luar negeri memberikan suara lebih awal melalui kantor perwakilan.",
        ),
        reported=(
            "timnya tidak menemukan pelanggaran yang [memengaruhi|mengubah] hasil",
            "pemilih muda menentukan hasil di kota-kota besar",
            "putaran kedua hampir pasti diperlukan",
        ),
        second_quotes=(
            "Ketenangan para petugas di lapangan patut dipuji",
            "Pemilih menghukum partai yang terlalu lama berkuasa",
        ),
        background=(
            "Pemilihan sebelumnya di {negara} mencatat partisipasi yang lebih rendah.",
            "{kepala} {negara} dipilih untuk masa jabatan lima tahun.",
            "Pemerintah Indonesia menyatakan menghormati pilihan rakyat {negara}.",
        ),
        subheads=("Menunggu hasil resmi", "Pemantau"),
        captions=("Warga mengantre di tempat pemungutan suara", "Petugas menghitung surat suara"),
        tags=("pemilu", "{negara_kecil}", "demokrasi"),
    ),
    Scenario(
        topic="pemilu",
        speaker=(
            "Ketua Parlemen {negara}",
            "Menteri Kehakiman {negara}",
            "Ketua fraksi pemerintah di Parlemen {negara}",
        ),
        second=(
            "Ketua fraksi oposisi di Parlemen {negara}",
            "Guru besar hukum Universitas {ibu_kota}",
        ),
        numbers={"setuju": (98, 320), "tolak": (21, 96), "pasal": (24, 180), "jam_debat": (5, 19)},
        words={
            "uu": (
                "perlindungan data pribadi",
                "upah minimum",
                "kecerdasan buatan",
                "perumahan rakyat",
                "antikorupsi",
                "keamanan pangan",
            )
        },
        headlines=(
            "Parlemen {negara} sahkan undang-undang {uu}",
            "UU {uu} {negara} lolos dengan {setuju} suara",
            "Setelah debat {jam_debat} jam, {negara} punya UU {uu}",
        ),
        ledes=(
            "Parlemen {negara} mengesahkan undang-undang {uu} dengan {setuju} suara setuju dan {tolak} menolak [dalam sidang pleno|setelah debat panjang] di {ibu_kota}, {hari}.",
            "Undang-undang {uu} yang lama [ditunggu|diperdebatkan] akhirnya disahkan parlemen {negara} pada {hari} setelah debat selama {jam_debat} jam.",
        ),
        quotes=(
            "Undang-undang ini melindungi warga biasa, bukan kelompok tertentu",
            "Tidak ada undang-undang yang sempurna, tetapi kita tidak bisa menunggu lagi",
            "Aturan pelaksanaannya akan selesai dalam enam bulan",
            "Kami mendengar keberatan oposisi dan mengubah sejumlah pasal",
        ),
        facts=(
            "Undang-undang itu terdiri atas {pasal} pasal dan mulai berlaku tahun depan.",
            "Pelanggar dapat dikenai denda sampai [dua|empat] persen dari pendapatan tahunan.",
            "Ratusan orang [berunjuk rasa|berkumpul] secara damai di depan gedung parlemen, sebagian mendukung dan sebagian menolak.",
            "Pemerintah menjanjikan masa peralihan selama satu tahun bagi usaha kecil di {kota} dan kota lain.",
            "{kepala} {negara} diperkirakan [menandatangani|meneken] naskah tersebut pada {nanti}.",
        ),
        reported=(
            "pihaknya akan menguji undang-undang itu di mahkamah konstitusi",
            "[beberapa|sejumlah] pasal terlalu longgar dan dapat disalahgunakan",
            "pengesahan itu menyamakan {negara} dengan negara lain di {kawasan}",
        ),
        second_quotes=(
            "Kami kalah jumlah, bukan kalah alasan",
            "Pengawasan setelah pengesahan justru lebih penting",
        ),
        background=(
            "Rancangan itu pertama kali diajukan pada {tahun_lalu}.",
            "Indonesia memiliki aturan serupa yang sedang dalam tahap pelaksanaan.",
        ),
        subheads=("Denda", "Sikap oposisi"),
        captions=(
            "Anggota parlemen mengikuti sidang pleno",
            "Pengunjuk rasa berkumpul di depan gedung parlemen",
        ),
        tags=("parlemen", "{uu}", "{negara_kecil}"),
    ),
)
