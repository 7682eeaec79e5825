"""Stories of the other sections, and of the regional host."""

from newscrawl.replica.scenario import Scenario

ECONOMY = Scenario(
    topic="ekonomi nasional",
    section="Ekonomi",
    subsection="Bisnis",
    speaker=("Kepala Dinas Perdagangan {kota}", "Ketua Koperasi Pasar {kota}"),
    second=("Ekonom Universitas {kota}", "Pedagang di Pasar Induk {kota}"),
    numbers={"kios": (40, 620), "juta": (120, 4_800), "umkm": (60, 1_900)},
    words={"produk": ("keripik singkong", "tenun", "kopi bubuk", "gula aren", "anyaman bambu")},
    headlines=(
        "{umkm} UMKM {kota} ikuti pameran {produk}",
        "Pasar {produk} di {kota} kembali bergairah",
        "Pemkot {kota} tata {kios} kios pedagang {produk}",
    ),
    ledes=(
        "Sebanyak {umkm} usaha mikro, kecil, dan menengah (UMKM) di {kota} [mengikuti|meramaikan] pameran {produk}, {hari}.",
        "Pemerintah Kota {kota} menata {kios} kios pedagang {produk} [agar pasar lebih nyaman|supaya pembeli lebih nyaman], {hari}.",
    ),
    quotes=(
        "Omzet anggota kami naik sejak mereka berjualan daring",
        "Pembeli mencari produk yang jujur dan rapi kemasannya",
        "Izin usaha kini selesai dalam satu hari",
    ),
    facts=(
        "Nilai transaksi selama pameran [diperkirakan|ditaksir] mencapai {juta} juta rupiah.",
        "Sebanyak {kios} kios dilengkapi pembayaran nontunai.",
        "Pelatihan pengemasan diberikan tanpa biaya sampai {nanti}.",
    ),
    reported=("bahan baku masih menjadi kendala utama", "daya beli warga [mulai pulih|membaik]"),
    second_quotes=(
        "Kalau jalannya bagus, pembeli pasti datang",
        "Yang kecil harus berani naik kelas",
    ),
    background=("Pameran serupa akan digelar di kota lain bulan depan.",),
    subheads=("Pembayaran nontunai",),
    captions=("Pengunjung melihat produk di sebuah stan", "Pedagang menata dagangan"),
    tags=("umkm", "{kota_kecil}", "ekonomi kreatif"),
)
HUMANIORA = Scenario(
    topic="humaniora",
    section="Humaniora",
    speaker=("Kepala Dinas Pendidikan {kota}", "Kepala Dinas Perpustakaan {kota}"),
    second=("Guru sebuah sekolah dasar di {kota}", "Pegiat literasi {kota}"),
    numbers={"buku": (900, 46_000), "murid": (240, 9_800), "taman": (5, 64)},
    headlines=(
        "{buku} buku dibagikan ke taman bacaan {kota}",
        "{kota} tambah {taman} taman bacaan untuk {murid} murid",
        "Gerakan membaca 15 menit dimulai di {kota}",
    ),
    ledes=(
        "Pemerintah Kota {kota} [membagikan|menyalurkan] {buku} buku ke {taman} taman bacaan masyarakat, {hari}.",
        "Sebanyak {murid} murid di {kota} [mengikuti|memulai] gerakan membaca 15 menit sebelum pelajaran, {hari}.",
    ),
    quotes=(
        "Kebiasaan membaca tumbuh kalau bukunya menarik",
        "Kami memilih cerita rakyat dari berbagai daerah",
        "Relawan kami membacakan cerita setiap Sabtu",
    ),
    facts=(
        "Buku-buku itu [dipilih|dikurasi] bersama para guru dan penulis cerita anak.",
        "Sebanyak {taman} taman bacaan buka sampai pukul 20.00 pada hari libur.",
        "Program itu dilanjutkan sampai {nanti}.",
    ),
    reported=(
        "murid yang semula enggan kini berebut meminjam buku",
        "buku bergambar paling [digemari|dicari]",
    ),
    second_quotes=("Rak kami kosong bukan karena hilang, tetapi karena dibaca",),
    background=("Perpustakaan Nasional mendukung program tersebut dengan perpustakaan keliling.",),
    subheads=("Cerita rakyat",),
    captions=("Anak-anak membaca di taman bacaan", "Mobil perpustakaan keliling dikunjungi murid"),
    tags=("literasi", "{kota_kecil}", "pendidikan"),
)
MOTORING = Scenario(
    topic="otomotif",
    section="Otomotif",
    speaker=("Ketua panitia pameran", "Direktur pemasaran salah satu peserta"),
    second=("Pengamat otomotif", "Ketua komunitas kendaraan listrik {kota}"),
    numbers={
        "merek": (9, 48),
        "unit": (300, 8_600),
        "km": (180, 620),
        "pengunjung": (8_000, 210_000),
    },
    words={
        "jenis": (
            "skuter listrik",
            "mobil perkotaan",
            "mobil niaga ringan",
            "sepeda motor retro",
            "bus listrik",
        )
    },
    headlines=(
        "{merek} merek pamerkan {jenis} di {kota}",
        "Pesanan {jenis} di pameran {kota} capai {unit} unit",
        "{Jenis} berdaya jelajah {km} km diperkenalkan di {kota}",
    ),
    ledes=(
        "Sebanyak {merek} merek memamerkan {jenis} dalam pameran otomotif di {kota}, {hari}.",
        "Pesanan {jenis} dalam pameran otomotif di {kota} [mencapai|menembus] {unit} unit, kata penyelenggara, {hari}.",
    ),
    quotes=(
        "Konsumen kini menanyakan biaya perawatan sebelum menanyakan kecepatan",
        "Jaringan pengisian daya menjadi kunci",
        "Kami membawa model yang dirakit di dalam negeri",
    ),
    facts=(
        "Salah satu model mampu menempuh {km} kilometer dalam sekali [pengisian|pengecasan].",
        "Pameran itu ditargetkan menarik {pengunjung} pengunjung sampai {nanti}.",
        "Pengunjung dapat mencoba kendaraan di lintasan sepanjang 600 meter.",
    ),
    reported=(
        "harga baterai yang turun mendorong minat pembeli",
        "layanan purnajual [harus|perlu] diperluas ke luar Jawa",
    ),
    second_quotes=("Kendaraan yang baik adalah yang mudah diperbaiki",),
    background=(
        "Penjualan kendaraan listrik di Indonesia terus tumbuh dibandingkan {tahun_lalu}.",
    ),
    subheads=("Uji coba",),
    captions=("Pengunjung melihat kendaraan yang dipamerkan", "Model baru dipajang di sebuah stan"),
    tags=("otomotif", "kendaraan listrik", "{kota_kecil}"),
)
EAST_JAVA = Scenario(
    topic="jawa timur",
    section="Jawa Timur",
    speaker=("Wali Kota {kota}", "Kepala Dinas Pertanian {kota}", "Camat di {kota}"),
    second=("Ketua kelompok tani {kota}", "Dosen Universitas {kota}"),
    numbers={"hektare": (25, 940), "petani": (80, 2_700), "ton": (45, 3_900), "desa": (3, 32)},
    words={"panen": ("cabai", "kedelai", "bawang merah", "tebu", "apel", "kopi")},
    headlines=(
        "Petani {kota} panen {ton} ton {panen}",
        "{desa} desa di {kota} kembangkan kampung {panen}",
        "{kota} perluas lahan {panen} jadi {hektare} hektare",
    ),
    ledes=(
        "Sebanyak {petani} petani di {kota}, Jawa Timur, [memanen|mulai memanen] {ton} ton {panen}, {hari}.",
        "Pemerintah {kota}, Jawa Timur, memperluas lahan {panen} menjadi {hektare} hektare di {desa} desa, {hari}.",
    ),
    quotes=(
        "Harga di tingkat petani sedang bagus",
        "Kami mendampingi petani dari pembibitan sampai penjualan",
        "Air irigasi mencukupi sampai akhir musim",
    ),
    facts=(
        "Hasil panen sebagian besar [dijual|dikirim] ke Surabaya dan Bali.",
        "Pemerintah menyalurkan bibit dan pupuk organik kepada {desa} desa.",
        "Festival panen akan digelar pada {nanti}.",
    ),
    reported=(
        "serangan hama tahun ini [lebih ringan|berkurang]",
        "petani muda mulai memakai pesawat nirawak untuk menyiram",
    ),
    second_quotes=("Panen kali ini paling baik dalam tiga tahun",),
    background=("Wilayah itu termasuk pemasok utama {panen} di Jawa Timur.",),
    subheads=("Petani muda",),
    captions=("Petani memanen hasil tanaman", "Pekerja menyortir hasil panen"),
    tags=("pertanian", "{kota_kecil}", "{panen}"),
)
SCENARIOS = (ECONOMY, HUMANIORA, MOTORING, EAST_JAVA)
