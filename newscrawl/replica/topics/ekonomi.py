"""The economy: central banks, trade and investment."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="ekonomi",
        speaker=("Gubernur Bank Sentral {negara}", "Deputi Gubernur Bank Sentral {negara}"),
        second=("Kepala ekonom sebuah bank di {ibu_kota}", "Ekonom Universitas {ibu_kota}"),
        tenths={
            "bunga": (15, 92),
            "inflasi": (11, 88),
            "tumbuh": (8, 57),
            "inflasi_lalu": (12, 93),
        },
        numbers={"anggota": (5, 9)},
        words={
            "basis": ("25", "50"),
            "mata": ("biaya pangan", "tarif listrik", "harga sewa rumah", "harga bahan bakar"),
        },
        headlines=(
            "Bank sentral {negara} pertahankan suku bunga {bunga} persen",
            "Inflasi {negara} {inflasi} persen, suku bunga tidak berubah",
            "{negara} tahan suku bunga, waspadai {mata}",
        ),
        ledes=(
            "Bank Sentral {negara} mempertahankan suku bunga acuan pada {bunga} persen [dalam rapat bulanan|seusai rapat dewan gubernur] di {ibu_kota}, {hari}.",
            "Suku bunga acuan {negara} tetap {bunga} persen setelah inflasi tahunan tercatat {inflasi} persen, demikian keputusan bank sentral negara itu pada {hari}.",
        ),
        quotes=(
            "Kami memerlukan bukti lebih banyak bahwa tekanan harga benar-benar mereda",
            "Risiko terbesar saat ini datang dari luar negeri",
            "Kebijakan yang sabar lebih baik daripada kebijakan yang tergesa-gesa",
            "Kami siap bertindak bila data berubah arah",
        ),
        facts=(
            "Inflasi tahunan tercatat {inflasi} persen, dibandingkan dengan {inflasi_lalu} persen pada periode yang sama tahun lalu, terutama karena {mata}.",
            "Dari {anggota} anggota dewan gubernur, dua orang [mengusulkan|memilih] perubahan sebesar {basis} basis poin.",
            "Bank sentral memperkirakan ekonomi tumbuh {tumbuh} persen tahun ini, [sejalan dengan|sedikit di bawah] perkiraan semula.",
            "Mata uang {negara} bergerak tipis terhadap dolar AS setelah pengumuman tersebut, sedangkan indeks saham di {ibu_kota} [menguat|ditutup mendatar].",
            "Penyaluran kredit kepada usaha kecil di {kota} dan kota-kota lain dilaporkan [membaik|mulai pulih].",
        ),
        reported=(
            "pasar sudah memperhitungkan keputusan itu",
            "ruang pelonggaran baru terbuka [pada|menjelang] akhir tahun",
            "kenaikan upah dapat mendorong inflasi inti",
        ),
        second_quotes=(
            "Pelaku usaha lebih menginginkan kepastian daripada bunga yang murah",
            "Angka bulan depan akan menentukan",
        ),
        background=(
            "Rapat berikutnya dijadwalkan berlangsung bulan depan.",
            "Bank Indonesia memantau kebijakan bank sentral negara mitra dagang utama.",
            "Suku bunga {negara} terakhir berubah pada {tahun_lalu}.",
        ),
        subheads=("Inflasi", "Reaksi pasar"),
        captions=(
            "Gedung bank sentral di pusat kota",
            "Pedagang menata sayuran di pasar tradisional",
        ),
        tags=("suku bunga", "inflasi", "{negara_kecil}", "bank sentral"),
    ),
    Scenario(
        topic="ekonomi",
        speaker=(
            "Menteri Perdagangan {negara}",
            "Wakil Menteri Perdagangan {negara}",
            "Direktur Jenderal Perdagangan Luar Negeri {negara}",
        ),
        second=("Ketua Kamar Dagang {kota}", "Ketua Asosiasi Eksportir {negara}"),
        numbers={"ton": (12_000, 940_000), "perusahaan": (14, 260), "kontainer": (300, 7_800)},
        tenths={"miliar": (11, 380), "persen": (12, 196)},
        words={
            "barang": (
                "beras",
                "kopi",
                "gandum",
                "minyak sawit",
                "buah tropis",
                "komponen baterai",
                "tekstil",
                "pupuk",
            ),
            "jalur": ("pelabuhan", "jalur kereta barang", "terminal peti kemas"),
        },
        headlines=(
            "Ekspor {barang} {negara} naik {persen} persen",
            "{negara} cabut pembatasan impor {barang} dari {tetangga}",
            "{negara} kirim {ton} ton {barang} ke pasar baru",
            "{negara}, {tetangga} sepakat turunkan tarif {barang}",
        ),
        ledes=(
            "Nilai ekspor {barang} {negara} naik {persen} persen menjadi {miliar} miliar dolar AS [dalam tiga bulan terakhir|pada triwulan terakhir], kata kementerian perdagangan negara itu, {hari}.",
            "Pemerintah {negara} pada {hari} mengumumkan kesepakatan dengan {tetangga} untuk [menurunkan|memangkas] tarif {barang} secara bertahap.",
            "{negara} mengekspor {ton} ton {barang} sejak awal tahun, [lebih banyak|lebih tinggi] {persen} persen dibandingkan periode yang sama tahun lalu, demikian data yang dirilis {hari}.",
        ),
        quotes=(
            "Permintaan dari Asia tumbuh lebih cepat daripada yang kami perkirakan",
            "Kami tidak ingin bergantung pada satu pasar saja",
            "Petani dan pabrik kecil harus ikut merasakan kenaikan ini",
            "Biaya angkut turun setelah {jalur} baru selesai dibangun",
        ),
        facts=(
            "Sebanyak {perusahaan} perusahaan [mendapat|memperoleh] izin ekspor baru, separuhnya berkantor di {kota}.",
            "Sekitar {kontainer} kontainer [melewati|dikirim lewat] {jalur} di {kota} setiap pekan.",
            "{tetangga} menjadi pembeli terbesar dengan pangsa hampir seperempat, disusul Indonesia dan [Jepang|India|China].",
            "Harga {barang} di pasar dunia [bergerak naik|cenderung stabil] setelah cuaca buruk mengurangi pasokan dari beberapa negara.",
            "Pemerintah juga menghapus biaya pemeriksaan untuk pengiriman di bawah 20 ton.",
        ),
        reported=(
            "pelaku usaha menyambut baik langkah itu, tetapi meminta layanan bea cukai dipercepat",
            "kapasitas gudang berpendingin masih [terbatas|kurang]",
            "[pesanan|permintaan] untuk tahun depan sudah mulai berdatangan",
        ),
        second_quotes=(
            "Yang kami perlukan adalah kepastian jadwal kapal",
            "Kenaikan tarif angkutan laut menggerus laba anggota kami",
        ),
        background=(
            "Indonesia mencatat surplus perdagangan dengan {negara} pada {tahun_lalu}.",
            "Organisasi Perdagangan Dunia memperkirakan perdagangan barang global tumbuh terbatas tahun ini.",
            "Perundingan lanjutan dijadwalkan di {ibu_kota_tetangga} pada {nanti}.",
        ),
        subheads=("Pasar baru", "Biaya angkut"),
        captions=("Pekerja memeriksa peti kemas di pelabuhan", "Buruh memuat karung ke atas truk"),
        tags=("ekspor", "perdagangan", "{negara_kecil}", "{barang}"),
    ),
    Scenario(
        topic="ekonomi",
        speaker=(
            "Direktur utama perusahaan itu",
            "Menteri Perindustrian {negara}",
            "Wali Kota {kota}",
        ),
        second=("Ketua serikat pekerja di {kota}", "Analis industri di {ibu_kota}"),
        numbers={"juta": (45, 980), "pekerja": (220, 6_400), "unit": (8_000, 310_000)},
        tenths={"gigawatt": (1, 9)},
        words={
            "pabrik": (
                "pabrik baterai kendaraan listrik",
                "pabrik panel surya",
                "pusat data",
                "pabrik turbin angin",
                "pabrik vaksin",
                "galangan kapal",
            ),
            "musim": ("awal tahun depan", "akhir tahun depan", "dua tahun lagi"),
        },
        headlines=(
            "{Pabrik} senilai {juta} juta dolar dibangun di {kota}",
            "{negara} resmikan {pabrik}, serap {pekerja} pekerja",
            "{kota} jadi lokasi {pabrik} terbesar {negara}",
        ),
        ledes=(
            "Sebuah {pabrik} senilai {juta} juta dolar AS [mulai dibangun|diresmikan] di {kota}, {negara}, {hari}.",
            "Pemerintah {negara} pada {hari} [meresmikan|memulai pembangunan] {pabrik} di {kota} yang diperkirakan menyerap {pekerja} tenaga kerja.",
        ),
        quotes=(
            "Kami memilih {kota} karena tenaga kerjanya terampil dan listriknya andal",
            "Tiga dari empat pekerja akan direkrut dari wilayah sekitar",
            "Ini bukan sekadar bangunan, melainkan awal dari rantai pasok baru",
            "Kami menargetkan produksi pertama pada {musim}",
        ),
        facts=(
            "Fasilitas itu dirancang [menghasilkan|memproduksi] {unit} unit per tahun pada tahap pertama.",
            "Seluruh kebutuhan listriknya dipasok dari pembangkit [surya dan angin|tenaga air] berkapasitas {gigawatt} gigawatt.",
            "Pemerintah memberikan keringanan pajak selama delapan tahun dengan syarat {pekerja} lapangan kerja [benar-benar tercipta|dipertahankan].",
            "Sekolah kejuruan di {kota} menambah dua jurusan baru untuk memenuhi kebutuhan tersebut.",
            "Kelompok lingkungan meminta pengelola [mengumumkan|membuka] data pemakaian air.",
        ),
        reported=(
            "upah yang ditawarkan lebih tinggi daripada rata-rata setempat",
            "[persaingan|perlombaan] menarik investasi semacam itu kian ketat di {kawasan}",
            "pengelola berjanji mengadakan perundingan kerja bersama",
        ),
        second_quotes=(
            "Janji lapangan kerja harus dihitung lagi dua tahun dari sekarang",
            "Proyek ini mengubah wajah kota yang dulu hidup dari pelabuhan",
        ),
        background=(
            "Proyek itu sempat tertunda pada {tahun_lalu} karena kenaikan harga baja.",
            "Beberapa perusahaan Indonesia disebut menjajaki kerja sama pemasokan bahan baku.",
        ),
        subheads=("Tenaga kerja", "Pasokan listrik"),
        captions=(
            "Pekerja merakit komponen di jalur produksi",
            "Alat berat bekerja di lokasi pembangunan",
        ),
        tags=("investasi", "industri", "{negara_kecil}", "{kota_kecil}"),
    ),
)
