"""World sport."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="olahraga",
        section="Olahraga",
        subsection="Sepak Bola",
        speaker=("Pelatih {negara}", "Asisten pelatih {negara}"),
        second=("Pelatih {tetangga}", "Kapten {tetangga}"),
        second_from="neighbour",
        numbers={
            "penonton": (8_400, 61_000),
            "menit": (11, 44),
            "menit_lain": (52, 88),
            "tembakan": (9, 23),
            "umur": (18, 24),
        },
        words={
            "skor": ("1-0", "2-0", "2-1", "3-1"),
            "ajang": ("kualifikasi Piala Dunia", "laga persahabatan", "turnamen empat negara"),
        },
        headlines=(
            "{negara} taklukkan {tetangga} {skor} di {kota}",
            "Gol menit ke-{menit_lain} antar {negara} ungguli {tetangga}",
            "{ajang}: {negara} menang {skor} atas {tetangga}",
        ),
        ledes=(
            "Tim nasional {negara} [menundukkan|mengalahkan] {tetangga} {skor} dalam {ajang} di {kota}, {hari}.",
            "{negara} meraih kemenangan {skor} atas {tetangga} dalam {ajang} yang disaksikan {penonton} penonton di {kota}, {hari}.",
        ),
        quotes=(
            "Kami sabar menunggu ruang terbuka dan anak-anak menjalankannya dengan baik",
            "Kemenangan ini untuk para pendukung yang datang di tengah hujan",
            "Masih banyak yang harus diperbaiki di lini belakang",
            "Pemain muda kami tidak gentar",
        ),
        facts=(
            "Gol pembuka tercipta pada menit ke-{menit} melalui [sundulan|tendangan bebas|serangan balik] setelah tuan rumah menekan sejak awal.",
            "{negara} melepaskan {tembakan} tembakan, dua di antaranya [membentur|mengenai] tiang.",
            "Gelandang berusia {umur} tahun yang baru pertama kali tampil menjadi [penentu|pemain terbaik] lewat gol pada menit ke-{menit_lain}.",
            "Wasit meninjau tayangan ulang selama tiga menit sebelum [mengesahkan|menganulir] satu gol pada babak kedua.",
            "Kedua tim akan kembali bertemu di {ibu_kota_tetangga} pada {nanti}.",
        ),
        reported=(
            "timnya kehilangan konsentrasi pada menit-menit akhir",
            "[hasil|kekalahan] itu menjadi pelajaran berharga",
            "dua pemain inti absen karena cedera",
        ),
        second_quotes=(
            "Kami menguasai bola, tetapi mereka menguasai papan skor",
            "Kesempatan masih terbuka",
        ),
        background=(
            "Indonesia dijadwalkan menghadapi lawan dari {kawasan} pada jeda internasional berikutnya.",
            "Kedua tim terakhir kali berjumpa pada {tahun_lalu} dengan hasil imbang.",
        ),
        subheads=("Babak kedua", "Laga berikutnya"),
        captions=("Para pemain merayakan gol", "Pemain kedua tim berebut bola"),
        tags=("sepak bola", "{negara_kecil}", "{tetangga_kecil}"),
    ),
    Scenario(
        topic="olahraga",
        countries=(
            "Jepang",
            "China",
            "Malaysia",
            "Thailand",
            "India",
            "Korea Selatan",
            "Jerman",
            "Prancis",
            "Kenya",
            "Ethiopia",
            "Australia",
            "Kanada",
            "Spanyol",
            "Norwegia",
        ),
        speaker=("Ketua panitia kejuaraan itu", "Ketua Federasi Atletik {negara}"),
        second=("Pelatih tim tuan rumah", "Pelatih tim tamu dari {tetangga}"),
        numbers={
            "peserta": (900, 9_000),
            "atlet_negara": (18, 84),
            "relawan": (200, 3_100),
            "hadiah": (60, 900),
        },
        words={
            "lomba": (
                "maraton",
                "lari gunung",
                "balap sepeda jalan raya",
                "triatlon",
                "jalan cepat 20 kilometer",
            ),
            "cuaca": (
                "suhu 12 derajat Celsius",
                "hujan gerimis",
                "angin laut yang kencang",
                "udara lembap",
            ),
        },
        headlines=(
            "{peserta} atlet ramaikan {lomba} internasional di {kota}",
            "{kota} jadi tuan rumah {lomba} {atlet_negara} negara",
            "Atlet {tetangga} pecahkan catatan lomba di {kota}",
        ),
        ledes=(
            "Sebanyak {peserta} atlet dari {atlet_negara} negara [mengikuti|ambil bagian dalam] {lomba} internasional di {kota}, {negara}, {hari}.",
            "Kota {kota} di {negara} menggelar {lomba} internasional yang diikuti peserta dari {atlet_negara} negara, {hari}.",
        ),
        quotes=(
            "Jalan kota ini menjadi panggung bagi atlet terbaik dan warga biasa",
            "Kami mengubah rute supaya peserta kursi roda dapat ikut",
            "Rekor bukan tujuan kami, keselamatan peserta yang utama",
            "Tahun depan kami menambah kuota bagi atlet muda",
        ),
        facts=(
            "Lomba dimulai pukul 06.30 waktu setempat dalam {cuaca}.",
            "Sebanyak {relawan} relawan [berjaga|bertugas] di sepanjang rute untuk membagikan air dan memberi pertolongan pertama.",
            "Panitia menyediakan hadiah {hadiah} ribu dolar AS bagi [juara|para pemenang] di semua kategori.",
            "Atlet Indonesia finis di [urutan kesembilan|posisi sepuluh besar] pada nomor putri.",
            "Seluruh botol minum dikumpulkan dan [didaur ulang|dipakai kembali] seusai lomba.",
        ),
        reported=(
            "persiapan para atlet terganggu jadwal kompetisi yang padat",
            "[rute|lintasan] di {kota} menuntut kesabaran pada sepertiga akhir",
            "timnya akan beristirahat sebelum kejuaraan dunia",
        ),
        second_quotes=(
            "Kami datang untuk belajar dan pulang membawa catatan terbaik",
            "Dukungan warga di tepi jalan luar biasa",
        ),
        background=(
            "Kejuaraan itu pertama kali digelar pada {tahun_lalu}.",
            "Seri berikutnya berlangsung di {ibu_kota_tetangga}.",
        ),
        subheads=("Rute baru", "Atlet Indonesia"),
        captions=(
            "Peserta melewati jembatan di pusat kota",
            "Relawan membagikan air kepada peserta",
        ),
        tags=("atletik", "{negara_kecil}", "{kota_kecil}"),
    ),
)
