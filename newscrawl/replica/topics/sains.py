"""Science: space and finds from the past."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="sains",
        countries=(
            "Jepang",
            "China",
            "India",
            "Amerika Serikat",
            "Prancis",
            "Kanada",
            "Korea Selatan",
            "Jerman",
            "Italia",
            "Australia",
            "Brasil",
        ),
        speaker=("Direktur Badan Antariksa {negara}", "Manajer misi Badan Antariksa {negara}"),
        second=(
            "Ahli astronomi Observatorium {kota}",
            "Peneliti penginderaan jauh Universitas {kota}",
        ),
        numbers={
            "kilogram": (85, 3_600),
            "kilometer": (410, 780),
            "hari_misi": (120, 1_500),
            "instrumen": (3, 11),
        },
        words={
            "tujuan": (
                "memantau hutan dan lahan gambut",
                "mengukur tinggi permukaan laut",
                "memantau lapisan ozon",
                "memetakan kelembapan tanah",
                "mengamati awan badai",
            ),
            "nama": ("Mirai-7", "Arunika", "Horizon-3", "Lumen", "Polaris Satu", "Vesta-2"),
        },
        headlines=(
            "{negara} luncurkan satelit {nama} untuk {tujuan}",
            "Satelit {nama} milik {negara} kirim data pertama",
            "Misi {nama} capai orbit {kilometer} kilometer",
        ),
        ledes=(
            "Badan antariksa {negara} [berhasil meluncurkan|meluncurkan] satelit {nama} untuk {tujuan} dari pusat peluncuran dekat {kota}, {hari}.",
            "Satelit {nama} milik {negara} mencapai orbit pada ketinggian {kilometer} kilometer dan mengirim data pertama, kata badan antariksa negara itu pada {hari}.",
        ),
        quotes=(
            "Ruang kendali bersorak ketika sinyal pertama diterima",
            "Data dari {nama} akan terbuka bagi peneliti di seluruh dunia",
            "Semua panel surya terbuka sesuai rencana",
            "Kami menunggu momen ini selama sembilan tahun",
        ),
        facts=(
            "Satelit seberat {kilogram} kilogram itu membawa {instrumen} instrumen dan dirancang bekerja selama {hari_misi} hari.",
            "Peluncuran sempat ditunda dua kali karena [angin kencang|gangguan pada sensor bahan bakar].",
            "Stasiun penerima di {tetangga} dan Biak, Papua, [turut melacak|ikut memantau] lintasan satelit.",
            "Dalam tiga pekan pertama, para insinyur akan [menguji|mengalibrasi] seluruh instrumen.",
            "Biaya misi disebut lebih rendah daripada anggaran semula karena memakai kembali rancangan lama.",
        ),
        reported=(
            "ketelitian alatnya [sepuluh kali|dua kali] lebih baik daripada pendahulunya",
            "data tersebut berguna untuk peringatan dini bencana",
            "lalu lintas di orbit rendah kian padat dan perlu aturan bersama",
        ),
        second_quotes=(
            "Untuk pertama kali kami bisa melihat perubahan dari hari ke hari",
            "Setiap misi mengajari kami betapa sedikit yang kami ketahui",
        ),
        background=(
            "Misi pendahulunya berakhir pada {tahun_lalu} setelah kehabisan bahan bakar.",
            "Indonesia memanfaatkan data penginderaan jauh dari sejumlah negara mitra.",
        ),
        subheads=("Dua kali tertunda", "Data terbuka"),
        captions=(
            "Roket meninggalkan landasan peluncuran",
            "Insinyur memeriksa satelit di ruang bersih",
        ),
        tags=("antariksa", "satelit", "{negara_kecil}", "{nama}"),
    ),
    Scenario(
        topic="sains",
        countries=(
            "Mesir",
            "Peru",
            "Yunani",
            "Italia",
            "Turki",
            "China",
            "Meksiko",
            "Yordania",
            "Uzbekistan",
            "Spanyol",
            "Kamboja",
            "Inggris",
            "Tunisia",
        ),
        speaker=("Kepala tim arkeologi Universitas {kota}", "Direktur Museum Nasional {negara}"),
        second=("Kepala Badan Purbakala {negara}", "Ahli sejarah kuno di {ibu_kota}"),
        numbers={
            "umur": (900, 4_800),
            "benda": (38, 2_700),
            "hektare": (2, 45),
            "bulan_gali": (5, 30),
        },
        words={
            "temuan": (
                "bengkel tembikar",
                "pemandian umum",
                "pelabuhan sungai",
                "perpustakaan",
                "pasar beratap",
                "gudang gandum",
            ),
            "bahan": ("tanah liat", "perunggu", "kaca", "batu kapur"),
        },
        headlines=(
            "Arkeolog temukan {temuan} berusia {umur} tahun di {kota}",
            "{benda} benda kuno diangkat dari situs dekat {kota}",
            "Situs {temuan} kuno di {negara} dibuka untuk umum",
        ),
        ledes=(
            "Tim arkeolog menemukan sisa {temuan} yang diperkirakan berusia {umur} tahun di [pinggiran|dekat] {kota}, {negara}, menurut pengumuman pada {hari}.",
            "Sebanyak {benda} benda dari {bahan} ditemukan di situs {temuan} kuno di dekat {kota}, {negara}, kata para peneliti, {hari}.",
        ),
        quotes=(
            "Kami mengira akan menemukan dinding biasa, ternyata sebuah bangunan lengkap",
            "Tempat ini memperlihatkan kehidupan orang biasa, bukan hanya raja",
            "Coretan di dindingnya masih terbaca jelas",
            "Penggalian berikutnya akan dilakukan pada musim kering",
        ),
        facts=(
            "Situs seluas {hektare} hektare itu digali selama {bulan_gali} bulan setelah [petani setempat menemukan pecahan gerabah|pekerja jalan menemukan lantai batu].",
            "Di antara temuan tersebut terdapat {bahan} berukir, alat timbang, dan [biji-bijian yang menghitam|lampu minyak].",
            "Penanggalan karbon menunjukkan bangunan itu [dipakai|digunakan] terus-menerus selama hampir dua abad.",
            "Benda-benda yang rapuh dibawa ke laboratorium di {ibu_kota} untuk [dirawat|diawetkan].",
            "Pengunjung dapat melihat sebagian temuan di museum kota mulai {nanti}.",
        ),
        reported=(
            "temuan itu mengubah pemahaman tentang jalur dagang di {kawasan}",
            "kawasan tersebut akan [dilindungi|dipagari] dari pembangunan",
            "masih banyak bagian situs yang belum tersentuh",
        ),
        second_quotes=(
            "Sejarah kota ini ternyata lebih tua daripada yang tertulis di buku",
            "Yang sulit bukan menemukan, melainkan merawat",
        ),
        background=(
            "Penggalian pertama di wilayah itu dilakukan pada {tahun_lalu}.",
            "Negara itu berharap situs tersebut masuk daftar warisan dunia UNESCO.",
        ),
        subheads=("Kehidupan orang biasa", "Dibuka untuk umum"),
        captions=(
            "Arkeolog membersihkan lantai batu di situs penggalian",
            "Gerabah kuno dipamerkan di museum",
        ),
        tags=("arkeologi", "sejarah", "{negara_kecil}", "{kota_kecil}"),
    ),
)
