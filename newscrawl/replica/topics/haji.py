"""Pilgrimage."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="haji",
        subsection="Timur Tengah",
        countries=("Arab Saudi",),
        speaker=(
            "Wakil Menteri Haji dan Umrah Arab Saudi",
            "Juru Bicara Kementerian Haji dan Umrah Arab Saudi",
        ),
        second=("Konsul Haji RI di Jeddah", "Kepala Kantor Urusan Haji Indonesia di Jeddah"),
        second_from="abroad",
        numbers={
            "jamaah": (48_000, 920_000),
            "bus": (280, 4_200),
            "bahasa": (9, 34),
            "petugas": (900, 14_000),
        },
        words={
            "layanan": (
                "jalur cepat imigrasi",
                "aplikasi izin masuk",
                "payung peneduh",
                "kursi roda listrik",
                "pusat panggilan",
            ),
            "tempat": ("Masjidil Haram", "Masjid Nabawi", "terminal bus Makkah", "Bandara Jeddah"),
            "dari": ("Makkah", "Madinah", "Jeddah"),
        },
        headlines=(
            "Arab Saudi tambah {layanan} bagi jamaah umrah",
            "{jamaah} jamaah umrah tiba sejak awal bulan",
            "Layanan di {tempat} kini tersedia dalam {bahasa} bahasa",
        ),
        ledes=(
            "Kementerian Haji dan Umrah Arab Saudi [menambah|memperluas] {layanan} di {tempat} untuk [melayani|memudahkan] jamaah umrah, {hari}.",
            "Sebanyak {jamaah} jamaah umrah dari berbagai negara tiba di Arab Saudi sejak awal bulan, kata otoritas setempat, {hari}.",
        ),
        quotes=(
            "Kami ingin jamaah menggunakan waktunya untuk beribadah, bukan untuk mengantre",
            "Masukan dari jamaah Asia Tenggara sangat berarti bagi kami",
            "Kepadatan dipantau setiap menit melalui kamera dan sensor",
            "Semua izin dapat diurus melalui telepon genggam",
        ),
        facts=(
            "Petunjuk arah di {tempat} kini tersedia dalam {bahasa} bahasa, [termasuk|antara lain] bahasa Indonesia.",
            "Sebanyak {bus} bus [disiapkan|dioperasikan] untuk melayani rute hotel dan masjid selama 24 jam.",
            "Sebanyak {petugas} petugas kebersihan dan kesehatan bekerja dalam [tiga|empat] giliran.",
            "Suhu siang hari yang mencapai 40 derajat Celsius membuat petugas membagikan air minum dan [topi|payung].",
            "Penambahan layanan berlaku mulai {nanti}.",
        ),
        reported=(
            "jamaah Indonesia diminta membawa identitas dan tidak memisahkan diri dari rombongan",
            "[perbaikan|penambahan] layanan itu membantu jamaah lanjut usia",
            "pihaknya membuka pos layanan di dekat hotel jamaah Indonesia",
        ),
        second_quotes=(
            "Jamaah sebaiknya menjaga kesehatan dan minum cukup air",
            "Kami berkoordinasi dengan otoritas setempat setiap hari",
        ),
        background=(
            "Indonesia mengirim jamaah umrah terbanyak setelah Pakistan pada {tahun_lalu}.",
            "Arab Saudi menargetkan peningkatan jumlah jamaah umrah hingga akhir dasawarsa ini.",
        ),
        subheads=("Bahasa Indonesia", "Cuaca panas"),
        captions=(
            "Jamaah berjalan di pelataran masjid",
            "Petugas membagikan air minum kepada jamaah",
        ),
        tags=("umrah", "haji", "arab saudi"),
    ),
)
