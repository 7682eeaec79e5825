"""Climate: energy, oceans and heat."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="iklim",
        speaker=(
            "Menteri Lingkungan Hidup {negara}",
            "Utusan Khusus Iklim {negara}",
            "Menteri Energi {negara}",
        ),
        second=(
            "Direktur lembaga kajian iklim di {kota}",
            "Juru kampanye energi kelompok lingkungan di {kota}",
        ),
        numbers={
            "persen": (32, 68),
            "megawatt": (120, 960),
            "rumah_tangga": (42_000, 780_000),
            "miliar": (2, 9),
        },
        words={
            "sasaran_tahun": ("2032", "2035", "2038", "2040", "2045"),
            "sumber": ("tenaga angin", "tenaga surya", "tenaga air skala kecil"),
            "lama": ("batu bara", "gas", "minyak"),
        },
        headlines=(
            "{negara} targetkan pangkas emisi {persen} persen pada {sasaran_tahun}",
            "Pembangkit {sumber} {megawatt} megawatt beroperasi di {negara}",
            "{negara} tutup pembangkit {lama} terakhir di {kota}",
        ),
        ledes=(
            "Pemerintah {negara} menetapkan sasaran baru untuk memangkas emisi gas rumah kaca sebesar {persen} persen [sebelum|pada] tahun {sasaran_tahun}, {hari}.",
            "Pembangkit listrik {sumber} berkapasitas {megawatt} megawatt mulai [beroperasi|memasok listrik] di dekat {kota}, {negara}, pada {hari}.",
            "{negara} pada {hari} memutus sambungan pembangkit {lama} di {kota} dan [menggantikannya|menggantinya] dengan {sumber}.",
        ),
        quotes=(
            "Peralihan ini tidak boleh dibebankan kepada keluarga miskin",
            "Kami membuktikan bahwa ekonomi bisa tumbuh sementara emisi turun",
            "Sasaran itu berat, tetapi menunda akan jauh lebih mahal",
            "Anak cucu kami akan bertanya apa yang kami lakukan pada tahun ini",
        ),
        facts=(
            "Proyek senilai {miliar} miliar dolar AS itu mampu memasok listrik bagi {rumah_tangga} rumah tangga.",
            "Ratusan pekerja pembangkit {lama} [dilatih ulang|mendapat pelatihan] sebagai teknisi jaringan.",
            "Pemerintah menyiapkan dana penyesuaian untuk {kota} yang selama ini [bergantung pada|hidup dari] industri {lama}.",
            "Kapasitas {sumber} di {kawasan} tumbuh paling cepat dibandingkan sumber lain pada {tahun_lalu}.",
            "Parlemen dijadwalkan membahas rancangan undang-undang pendukung pada {nanti}.",
        ),
        reported=(
            "sasaran itu belum cukup untuk menahan pemanasan di bawah 1,5 derajat Celsius",
            "jaringan transmisi harus [diperbarui|diperkuat] lebih dahulu",
            "[langkah|keputusan] {negara} dapat mendorong {tetangga} mengambil langkah serupa",
        ),
        second_quotes=(
            "Angka di atas kertas harus terlihat di cerobong",
            "Kami menyambut baik, lalu kami akan menghitung",
        ),
        background=(
            "Negara-negara pihak Perjanjian Paris diwajibkan memperbarui sasaran iklim setiap lima tahun.",
            "Indonesia menargetkan emisi nol bersih pada 2060 atau lebih cepat.",
        ),
        subheads=("Nasib pekerja", "Jaringan transmisi"),
        captions=("Deretan turbin angin terlihat dari jalan raya", "Teknisi memeriksa panel surya"),
        tags=("perubahan iklim", "energi terbarukan", "{negara_kecil}"),
    ),
    Scenario(
        topic="iklim",
        coastal=True,
        countries=(
            "Australia",
            "Filipina",
            "Fiji",
            "Papua Nugini",
            "Mesir",
            "Meksiko",
            "Kolombia",
            "Kenya",
            "Malaysia",
            "Thailand",
            "Maroko",
        ),
        speaker=("Direktur Taman Laut {kota}", "Kepala peneliti Institut Kelautan {negara}"),
        second=("Ketua koperasi nelayan {kota}", "Menteri Kelautan {negara}"),
        numbers={
            "hektare": (60, 8_200),
            "bibit": (9_000, 480_000),
            "relawan": (80, 2_600),
            "spesies": (14, 310),
        },
        tenths={"derajat": (8, 29)},
        words={"ekosistem": ("terumbu karang", "padang lamun", "hutan bakau", "hutan rumput laut")},
        headlines=(
            "{Ekosistem} di {kota} mulai pulih, {spesies} spesies kembali",
            "Relawan tanam {bibit} bibit untuk pulihkan {ekosistem} {kota}",
            "Suhu laut naik {derajat} derajat, {ekosistem} {negara} terancam",
        ),
        ledes=(
            "{Ekosistem} seluas {hektare} hektare di perairan {kota}, {negara}, [menunjukkan tanda pemulihan|mulai pulih], demikian hasil survei yang diumumkan {hari}.",
            "Sebanyak {relawan} relawan menanam {bibit} bibit untuk memulihkan {ekosistem} di pesisir {kota}, {negara}, {hari}.",
        ),
        quotes=(
            "Laut memberi kesempatan kedua kalau kita berhenti merusaknya",
            "Kami mencatat {spesies} spesies yang sepuluh tahun lalu menghilang",
            "Pemulihan di satu teluk tidak berarti bahaya sudah lewat",
            "Nelayan adalah penjaga yang paling rajin",
        ),
        facts=(
            "Suhu permukaan laut pada {bulan} lalu tercatat {derajat} derajat Celsius [di atas|lebih tinggi daripada] rata-rata jangka panjang.",
            "Kawasan itu ditutup bagi kapal besar {sejak} dan [dijaga|diawasi] warga secara bergiliran.",
            "Para penyelam menghitung {spesies} spesies ikan dan hewan lunak di {hektare} hektare wilayah survei.",
            "Bibit [dibesarkan|disemai] selama delapan bulan di kolam milik universitas sebelum dipindahkan ke laut.",
            "Pemerintah menyiapkan dana bagi nelayan yang [mengganti|menukar] pukat dengan alat tangkap ramah lingkungan.",
        ),
        reported=(
            "hasil tangkapan anggotanya [naik|membaik] dalam dua tahun terakhir",
            "pihaknya akan memperluas wilayah larangan tangkap mulai {nanti}",
            "sampah plastik dari sungai masih menjadi masalah",
        ),
        second_quotes=(
            "Dulu kami melaut sampai tiga jam, sekarang cukup satu jam",
            "Anak-anak muda mulai tertarik lagi menjadi nelayan",
        ),
        background=(
            "Indonesia, yang berada di Segitiga Terumbu Karang, menjalankan program serupa di sejumlah taman nasional laut.",
            "Pemutihan besar-besaran pada {tahun_lalu} merusak sebagian wilayah itu.",
        ),
        subheads=("Penjaga teluk", "Suhu laut"),
        captions=("Penyelam memeriksa bibit di dasar laut", "Relawan menanam bibit di pesisir"),
        tags=("laut", "lingkungan hidup", "{negara_kecil}", "{ekosistem}"),
    ),
)
