"""South-east Asia together."""

from newscrawl.replica.scenario import Scenario

_MEMBERS = (
    "Malaysia",
    "Thailand",
    "Vietnam",
    "Filipina",
    "Kamboja",
    "Laos",
    "Singapura",
    "Timor Leste",
)

SCENARIOS = (
    Scenario(
        topic="asean",
        subsection="ASEAN",
        countries=_MEMBERS,
        speaker=(
            "Menteri Luar Negeri {negara}",
            "Wakil Sekretaris Jenderal ASEAN asal {negara}",
            "Menteri Ekonomi {negara}",
        ),
        second=("Wakil Tetap {tetangga} untuk ASEAN", "Pengamat ASEAN di {ibu_kota_tetangga}"),
        second_from="neighbour",
        numbers={"butir": (8, 46), "delegasi": (120, 780), "juta": (15, 420), "pelabuhan": (6, 38)},
        words={
            "isu": (
                "jaringan listrik kawasan",
                "pembayaran lintas batas",
                "penanganan asap lintas batas",
                "perlindungan pekerja migran",
                "pemberantasan penipuan daring",
                "kode etik laut",
            ),
            "rapat": ("pertemuan pejabat senior", "pertemuan tingkat menteri", "lokakarya kawasan"),
        },
        headlines=(
            "ASEAN sepakati {butir} butir rencana aksi {isu}",
            "{negara} dorong ASEAN percepat {isu}",
            "{Rapat} ASEAN di {kota} bahas {isu}",
        ),
        ledes=(
            "Negara-negara anggota ASEAN [menyepakati|menyetujui] {butir} butir rencana aksi tentang {isu} dalam {rapat} di {kota}, {negara}, {hari}.",
            "{negara} [mendesak|mengajak] negara anggota ASEAN mempercepat {isu} dalam {rapat} yang dibuka di {kota}, {hari}.",
        ),
        quotes=(
            "ASEAN tidak boleh hanya pandai mengeluarkan pernyataan",
            "Kita membutuhkan langkah kecil yang bisa dirasakan rakyat tahun ini juga",
            "Perbedaan tingkat pembangunan bukan alasan untuk diam",
            "Tidak satu negara pun dapat menyelesaikan persoalan ini sendirian",
        ),
        facts=(
            "{Rapat} itu diikuti {delegasi} anggota delegasi, termasuk [mitra wicara|wakil dunia usaha].",
            "Dana awal sebesar {juta} juta dolar AS akan dihimpun dari [iuran anggota|bank pembangunan] dan mitra.",
            "Tahap pertama mencakup {pelabuhan} kota pelabuhan di enam negara anggota.",
            "Indonesia mengusulkan agar kemajuan [dilaporkan|ditinjau] setiap enam bulan.",
            "Hasil pembahasan akan dibawa ke konferensi tingkat tinggi yang dijadwalkan mulai {nanti}.",
        ),
        reported=(
            "masih ada perbedaan tajam mengenai pembagian biaya",
            "[negaranya|pihaknya] siap menjadi tuan rumah sekretariat sementara",
            "kesepakatan itu lebih maju daripada yang diperkirakan",
        ),
        second_quotes=(
            "Kata sepakat memang lambat, tetapi tahan lama",
            "Rakyat menilai ASEAN dari harga dan pekerjaan",
        ),
        background=(
            "ASEAN beranggotakan 11 negara setelah Timor Leste resmi bergabung pada Oktober 2025.",
            "Pembahasan isu itu dimulai dalam pertemuan pada {tahun_lalu}.",
        ),
        subheads=("Pembagian biaya", "Usul Indonesia"),
        captions=(
            "Para delegasi berfoto bersama sebelum pertemuan",
            "Bendera negara anggota ASEAN di lokasi pertemuan",
        ),
        tags=("asean", "{negara_kecil}", "{isu}"),
    ),
)
