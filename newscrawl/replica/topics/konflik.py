"""Conflict: truces and the clearing of mines."""

from newscrawl.replica.scenario import Scenario

_WHERE = ("Yaman", "Ethiopia", "Lebanon", "Mozambik", "Azerbaijan", "Kolombia", "Irak", "Nigeria")

SCENARIOS = (
    Scenario(
        topic="konflik",
        countries=_WHERE,
        speaker=(
            "Menteri Pertahanan {negara}",
            "Juru Bicara Kementerian Pertahanan {negara}",
            "Kepala Delegasi Pemerintah {negara}",
        ),
        second=("Utusan Khusus PBB untuk {negara}", "Kepala Misi Pemantau Gencatan Senjata"),
        second_from="abroad",
        numbers={
            "pengungsi": (1_200, 48_000),
            "pemantau": (40, 260),
            "jam": (24, 96),
            "truk": (12, 85),
        },
        words={
            "jalur": (
                "jalan raya utama",
                "jalur pesisir",
                "jalur kereta logistik",
                "perlintasan perbatasan",
            ),
            "tuan": ("Jenewa", "Muskat", "Doha", "Wina", "Nairobi"),
        },
        headlines=(
            "Gencatan senjata di {kota} diperpanjang {jam} jam",
            "{negara} sepakati gencatan senjata {jam} jam di {kota}",
            "{pengungsi} warga {kota} mulai pulang usai senjata berhenti",
            "{Jalur} menuju {kota} dibuka lagi setelah kesepakatan",
        ),
        ledes=(
            "Pihak-pihak yang bertikai di {kota}, {negara}, [sepakat|setuju] memperpanjang gencatan senjata selama {jam} jam [guna memberi jalan bagi bantuan|agar bantuan dapat masuk], {hari}.",
            "Pemerintah {negara} pada {hari} mengumumkan penghentian tembak-menembak di sekitar {kota} selama {jam} jam, [menyusul perundingan|setelah perundingan tertutup] di {tuan}.",
            "Suara [tembakan|meriam] di pinggiran {kota} berhenti pada {hari} setelah kesepakatan {jam} jam yang ditengahi utusan Perserikatan Bangsa-Bangsa (PBB) mulai berlaku.",
        ),
        quotes=(
            "Kami memegang kesepakatan ini selama pihak lain juga memegangnya",
            "Perintah kepada pasukan sudah jelas, yaitu tidak menembak kecuali diserang",
            "Yang paling penting sekarang adalah warga sipil bisa keluar dan bantuan bisa masuk",
            "Kami tidak ingin kota ini menjadi medan perang untuk kesekian kalinya",
            "Perundingan berikutnya akan membahas pertukaran tahanan",
        ),
        facts=(
            "Sedikitnya {pengungsi} orang meninggalkan rumah mereka sejak [pertempuran pecah|bentrokan kembali pecah] {sejak}, menurut catatan [badan pengungsi PBB|lembaga kemanusiaan setempat].",
            "Sebanyak {truk} truk berisi [tepung, obat-obatan, dan tenda|air bersih, makanan siap saji, dan selimut] telah menunggu di {ibu_kota} [sejak {kemarin}|selama dua hari].",
            "Sebanyak {pemantau} pemantau [tanpa senjata|sipil] akan ditempatkan di {jalur} yang menghubungkan {kota} dengan {ibu_kota}.",
            "Seorang warga yang dihubungi lewat telepon menuturkan bahwa toko-toko mulai dibuka, tetapi listrik di sebagian besar kota [masih padam|belum menyala].",
            "Namun, kedua pihak masih saling [tuding|menyalahkan] atas ledakan yang merusak sebuah gudang di pinggir kota pada {kemarin}.",
            "Rumah sakit rujukan di {kota} hanya memiliki bahan bakar untuk generator selama beberapa hari.",
        ),
        reported=(
            "jeda itu [rapuh|masih rapuh], tetapi memberi kesempatan kepada para perunding",
            "pihaknya menerima [laporan|catatan] dua pelanggaran kecil pada jam-jam pertama",
            "pertemuan lanjutan dijadwalkan di {tuan} pada {nanti}",
        ),
        second_quotes=(
            "Setiap jam tanpa tembakan berarti nyawa yang selamat",
            "Saya mendesak semua pihak menahan diri dan tidak mengambil langkah sepihak",
            "Kepercayaan harus dibangun sedikit demi sedikit",
        ),
        background=(
            "Upaya damai sebelumnya pada {tahun_lalu} gagal setelah kedua pihak berselisih soal [penarikan pasukan|garis demarkasi].",
            "Kementerian Luar Negeri RI menyatakan tidak ada warga negara Indonesia yang [terdampak|menjadi korban] di wilayah tersebut.",
            "Indonesia berulang kali menyerukan penyelesaian lewat dialog dan penghormatan terhadap hukum humaniter internasional.",
        ),
        subheads=("Bantuan menunggu", "Jeda yang rapuh", "Warga mulai pulang"),
        captions=(
            "Warga menunggu pembagian air bersih",
            "Kendaraan pemantau melintas di jalan utama",
            "Seorang anak berdiri di depan rumah yang rusak",
        ),
        tags=("gencatan senjata", "{negara_kecil}", "bantuan kemanusiaan", "konflik"),
    ),
    Scenario(
        topic="konflik",
        countries=_WHERE,
        speaker=(
            "Direktur Badan Penjinakan Ranjau {negara}",
            "Komandan Zeni Angkatan Darat {negara}",
        ),
        second=(
            "Koordinator Program Ranjau PBB",
            "Kepala Proyek Palang Merah Internasional di {negara}",
        ),
        second_from="abroad",
        numbers={
            "ranjau": (180, 9_400),
            "hektare": (35, 870),
            "petugas": (60, 420),
            "desa": (3, 28),
        },
        headlines=(
            "{negara} musnahkan {ranjau} ranjau sisa perang di {kota}",
            "Lahan {hektare} hektare di {kota} dinyatakan bebas ranjau",
            "Petani {kota} kembali ke ladang setelah {ranjau} ranjau diangkat",
        ),
        ledes=(
            "Tim penjinak [bahan peledak|ranjau] {negara} memusnahkan {ranjau} ranjau darat sisa perang di [sekitar|pinggiran] {kota}, {hari}.",
            "Lahan pertanian seluas {hektare} hektare di dekat {kota}, {negara}, [dinyatakan aman|resmi dibuka kembali] pada {hari} setelah {ranjau} ranjau diangkat.",
        ),
        quotes=(
            "Satu ranjau yang tertinggal sudah cukup untuk membuat satu desa takut bercocok tanam",
            "Pekerjaan ini lambat karena setiap meter harus diperiksa dengan tangan",
            "Kami menargetkan seluruh wilayah bersih dalam empat tahun",
            "Peta ladang ranjau yang kami terima ternyata tidak lengkap",
        ),
        facts=(
            "Sebanyak {petugas} petugas dibantu anjing pelacak bekerja di {desa} desa [sejak|mulai] {bulan} lalu.",
            "Ranjau-ranjau itu dikumpulkan di sebuah [lubang|parit] dan diledakkan dari jarak jauh pada {hari_saja} pagi.",
            "Sebagian besar ranjau berjenis antipersonel dengan selubung plastik yang sulit [ditemukan|dideteksi] alat pendeteksi logam.",
            "Pemerintah {negara} membagikan benih jagung dan gandum kepada keluarga yang kembali ke {desa} desa tersebut.",
            "Sekolah-sekolah di {kota} juga memberi pelajaran kepada murid tentang cara mengenali benda berbahaya.",
        ),
        reported=(
            "dana yang tersedia baru menutup separuh kebutuhan",
            "[masih ada|terdapat] {hektare} hektare lagi yang harus diperiksa sebelum musim hujan",
            "korban terbanyak [adalah|merupakan] anak-anak yang menggembalakan ternak",
        ),
        second_quotes=(
            "Perang boleh usai, tetapi ranjau tidak tahu kapan harus berhenti",
            "Negara donor perlu menepati janji mereka tahun ini",
        ),
        background=(
            "{negara} termasuk negara pihak Konvensi Ottawa yang melarang penggunaan ranjau antipersonel.",
            "Pada {tahun_lalu}, kecelakaan akibat ranjau di wilayah itu tercatat menurun dibandingkan tahun sebelumnya.",
            "Indonesia pernah mengirim tenaga pelatih penjinak bahan peledak dalam misi pemeliharaan perdamaian.",
        ),
        subheads=("Kerja dengan tangan", "Kembali ke ladang"),
        captions=(
            "Petugas memeriksa tanah dengan detektor logam",
            "Papan peringatan ranjau dicabut dari tepi ladang",
        ),
        tags=("ranjau darat", "{negara_kecil}", "perdamaian"),
    ),
)
