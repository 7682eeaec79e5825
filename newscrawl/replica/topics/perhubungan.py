"""Transport and travel."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="perhubungan",
        speaker=(
            "Menteri Perhubungan {negara}",
            "Kepala Otoritas Penerbangan Sipil {negara}",
            "Direktur Bandara {kota}",
        ),
        second=("Ketua Asosiasi Maskapai {negara}", "Ketua lembaga konsumen {negara}"),
        numbers={
            "penumpang": (3_200, 86_000),
            "penerbangan": (24, 410),
            "jam": (5, 31),
            "kursi": (160, 240),
        },
        words={
            "sebab": (
                "gangguan sistem navigasi",
                "kabut tebal",
                "angin kencang",
                "pemogokan petugas darat",
                "gangguan listrik",
            ),
            "ganti": (
                "makanan dan penginapan",
                "penjadwalan ulang tanpa biaya",
                "pengembalian uang penuh",
            ),
        },
        headlines=(
            "{penerbangan} penerbangan di {kota} tertunda akibat {sebab}",
            "Bandara {kota} pulih setelah {sebab}, {penumpang} penumpang terdampak",
            "{negara} selidiki {sebab} yang lumpuhkan Bandara {kota}",
        ),
        ledes=(
            "Sedikitnya {penerbangan} penerbangan di Bandara {kota}, {negara}, [tertunda atau dibatalkan|terganggu] akibat {sebab}, {hari}.",
            "Bandara {kota} di {negara} kembali [beroperasi normal|melayani penerbangan] pada {hari} setelah {sebab} selama {jam} jam membuat {penumpang} penumpang telantar.",
        ),
        quotes=(
            "Keselamatan penumpang tidak dapat ditawar",
            "Kami meminta maaf kepada semua penumpang yang rencananya terganggu",
            "Sistem cadangan bekerja, tetapi kapasitasnya terbatas",
            "Maskapai wajib menyediakan {ganti}",
        ),
        facts=(
            "Gangguan dimulai pada {hari_saja} dini hari dan [berlangsung|baru teratasi setelah] {jam} jam.",
            "Sebanyak {penumpang} penumpang [menunggu|bertahan] di ruang keberangkatan, sebagian tidur di lantai.",
            "Sejumlah pesawat dialihkan ke {ibu_kota} dan {ibu_kota_tetangga}.",
            "Maskapai menyediakan {ganti} bagi penumpang yang [terdampak|batal berangkat].",
            "Penyelidikan diperkirakan selesai sebelum {nanti}.",
        ),
        reported=(
            "kejadian itu menunjukkan perlunya pembaruan peralatan",
            "kerugian maskapai [masih dihitung|belum dapat diperkirakan]",
            "penumpang berhak atas ganti rugi sesuai aturan",
        ),
        second_quotes=(
            "Informasi yang jelas lebih berharga daripada permintaan maaf",
            "Musim liburan tinggal menghitung pekan",
        ),
        background=(
            "Gangguan serupa terjadi di bandara itu pada {tahun_lalu}.",
            "Tidak ada laporan mengenai penumpang WNI yang telantar, kata KBRI {ibu_kota}.",
        ),
        subheads=("Penumpang menunggu", "Penyelidikan"),
        captions=(
            "Calon penumpang menunggu di ruang keberangkatan",
            "Papan jadwal menampilkan penerbangan yang tertunda",
        ),
        tags=("penerbangan", "bandara", "{negara_kecil}", "{kota_kecil}"),
    ),
    Scenario(
        topic="perhubungan",
        speaker=(
            "Menteri Perhubungan {negara}",
            "Direktur utama perusahaan kereta api {negara}",
            "Wali Kota {kota}",
        ),
        second=(
            "Pengamat transportasi Universitas {ibu_kota}",
            "Ketua forum pengguna kereta {kota}",
        ),
        numbers={
            "kilometer": (38, 640),
            "stasiun": (4, 27),
            "menit": (28, 170),
            "penumpang": (6_000, 240_000),
        },
        tenths={"miliar": (6, 124)},
        words={
            "jenis": (
                "kereta cepat",
                "kereta komuter",
                "trem listrik",
                "kereta malam",
                "kereta bertenaga baterai",
            )
        },
        headlines=(
            "{Jenis} {kota}-{ibu_kota} mulai angkut penumpang",
            "{negara} buka jalur {jenis} sepanjang {kilometer} kilometer",
            "{Jenis} baru pangkas perjalanan ke {kota} jadi {menit} menit",
        ),
        ledes=(
            "Jalur {jenis} sepanjang {kilometer} kilometer yang [menghubungkan|menyambungkan] {kota} dengan {ibu_kota}, {negara}, mulai mengangkut penumpang, {hari}.",
            "{negara} pada {hari} meresmikan layanan {jenis} ke {kota} yang memangkas waktu tempuh menjadi {menit} menit.",
        ),
        quotes=(
            "Kereta ini dibangun untuk pekerja yang setiap hari menempuh jarak jauh",
            "Harga karcisnya lebih murah daripada bahan bakar mobil",
            "Pada bulan pertama kami hanya mengoperasikan separuh jadwal",
            "Tidak ada satu pohon tua pun yang ditebang di pusat kota",
        ),
        facts=(
            "Proyek senilai {miliar} miliar dolar AS itu memiliki {stasiun} stasiun dan diperkirakan [melayani|mengangkut] {penumpang} penumpang per hari.",
            "Pembangunannya memakan waktu enam tahun, [dua tahun lebih lama|setahun lebih lama] daripada rencana.",
            "Semua rangkaian ramah bagi pengguna kursi roda dan [memiliki|dilengkapi] ruang menyusui.",
            "Karcis dapat dibeli lewat aplikasi, dan penumpang di bawah 12 tahun tidak dikenai biaya sampai {nanti}.",
            "Sebagian tenaga ahlinya pernah [belajar|berlatih] dari proyek kereta di {tetangga}.",
        ),
        reported=(
            "keberhasilan jalur itu bergantung pada angkutan lanjutan",
            "[utang|pembiayaan] proyek perlu diawasi parlemen",
            "jam operasi sebaiknya diperpanjang sampai tengah malam",
        ),
        second_quotes=(
            "Jalan tol yang macet adalah iklan terbaik bagi kereta",
            "Peron di tiga stasiun masih terlalu sempit",
        ),
        background=(
            "Jalur lama di rute tersebut ditutup pada {tahun_lalu}.",
            "Indonesia mengoperasikan kereta cepat Jakarta-Bandung sejak 2023.",
        ),
        subheads=("Harga karcis", "Enam tahun pembangunan"),
        captions=("Kereta memasuki stasiun pada hari pertama", "Penumpang mencoba mesin karcis"),
        tags=("kereta api", "transportasi", "{negara_kecil}"),
    ),
)
