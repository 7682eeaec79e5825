"""Refugees, aid and children."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="kemanusiaan",
        countries=(
            "Yordania",
            "Lebanon",
            "Kenya",
            "Ethiopia",
            "Bangladesh",
            "Mesir",
            "Turki",
            "Kolombia",
            "Tanzania",
            "Pakistan",
            "Irak",
            "Yaman",
        ),
        speaker=(
            "Perwakilan Badan Pengungsi PBB (UNHCR) di {negara}",
            "Direktur Program Pangan Dunia (WFP) di {negara}",
        ),
        second=("Menteri Sosial {negara}", "Kepala kamp pengungsi dekat {kota}"),
        numbers={
            "keluarga": (1_900, 74_000),
            "ton": (180, 6_200),
            "sekolah": (7, 96),
            "murid": (850, 41_000),
            "persen": (38, 72),
        },
        words={
            "barang": (
                "beras, minyak goreng, dan kacang",
                "tepung, gula, dan susu bubuk",
                "selimut, kompor, dan tenda",
            ),
            "donor": ("Indonesia", "Jepang", "Norwegia", "Qatar", "Kanada"),
        },
        headlines=(
            "PBB salurkan {ton} ton bantuan untuk pengungsi di {kota}",
            "{keluarga} keluarga pengungsi di {negara} terima bantuan pangan",
            "{murid} anak pengungsi di {negara} kembali bersekolah",
        ),
        ledes=(
            "Badan-badan PBB [menyalurkan|mulai membagikan] {ton} ton bantuan berupa {barang} bagi {keluarga} keluarga pengungsi di sekitar {kota}, {negara}, {hari}.",
            "Sedikitnya {murid} anak pengungsi di {negara} mulai belajar lagi setelah {sekolah} sekolah darurat dibuka di dekat {kota}, {hari}.",
        ),
        quotes=(
            "Bantuan ini hanya cukup untuk dua bulan",
            "Anak-anak itu menanyakan buku sebelum menanyakan makanan",
            "Kami terpaksa memilih siapa yang didahulukan dan itu tidak adil",
            "Tuan rumah sudah sangat murah hati, kini giliran dunia membantu",
        ),
        facts=(
            "Dana yang diminta untuk tahun ini baru terpenuhi {persen} persen, sehingga [jatah makanan dikurangi|beberapa layanan ditutup].",
            "Bantuan tersebut antara lain berasal dari {donor} dan diangkut lewat {ibu_kota}.",
            "Sebanyak {sekolah} sekolah darurat [didirikan|dibangun] dari peti kemas bekas dengan atap panel surya.",
            "Sebagian besar pengungsi tiba {sejak} dan tinggal di tenda atau [menumpang|menyewa kamar] di rumah warga.",
            "Petugas medis mencatat kasus gizi buruk [menurun|berkurang], tetapi penyakit saluran pernapasan meningkat.",
        ),
        reported=(
            "pemerintah membuka pasar kerja terbatas bagi pengungsi",
            "pasokan air di kamp [sudah dua kali|pernah] terhenti bulan ini",
            "pengungsi diizinkan tinggal sampai keadaan aman",
        ),
        second_quotes=(
            "Kami menganggap mereka tamu, bukan beban",
            "Yang kami perlukan adalah sumur baru",
        ),
        background=(
            "Indonesia menyumbang bantuan kemanusiaan melalui badan-badan PBB.",
            "Jumlah pengungsi di dunia pada {tahun_lalu} masih di atas seratus juta orang, menurut PBB.",
        ),
        subheads=("Dana seret", "Sekolah darurat"),
        captions=("Warga memanggul karung bantuan", "Anak-anak belajar di dalam tenda"),
        tags=("pengungsi", "pbb", "bantuan kemanusiaan", "{negara_kecil}"),
    ),
    Scenario(
        topic="kemanusiaan",
        subsection="WNI",
        speaker=("Duta Besar RI untuk {negara}", "Kepala Fungsi Kekonsuleran KBRI {ibu_kota}"),
        second=(
            "Ketua Perhimpunan Pelajar Indonesia di {negara}",
            "Direktur Pelindungan WNI Kementerian Luar Negeri",
        ),
        second_from="abroad",
        numbers={
            "wni": (120, 8_400),
            "stan": (18, 140),
            "pengunjung": (1_400, 38_000),
            "paspor": (60, 900),
        },
        words={
            "acara": (
                "festival budaya Indonesia",
                "bazar kuliner Nusantara",
                "lokakarya batik",
                "pekan film Indonesia",
                "pameran kopi Nusantara",
            ),
            "menu": ("rendang", "sate", "gado-gado", "soto", "bakso"),
        },
        headlines=(
            "KBRI {ibu_kota} gelar {acara} di {kota}",
            "{pengunjung} orang kunjungi {acara} di {kota}",
            "{Acara} pererat warga {negara} dan Indonesia",
        ),
        ledes=(
            "Kedutaan Besar Republik Indonesia (KBRI) {ibu_kota} [menggelar|mengadakan] {acara} di {kota}, {negara}, {hari}.",
            "Sebanyak {pengunjung} orang menghadiri {acara} yang diadakan KBRI {ibu_kota} di {kota}, {hari}.",
        ),
        quotes=(
            "Kami ingin warga {negara} mengenal Indonesia lebih dari sekadar tujuan wisata",
            "Diplomasi paling ampuh sering kali dimulai dari meja makan",
            "WNI di sini adalah duta bangsa yang sesungguhnya",
            "Antusiasme masyarakat di luar dugaan kami",
        ),
        facts=(
            "Acara itu diramaikan {stan} stan yang [menjual|menyajikan] {menu}, kopi, dan kerajinan tangan.",
            "Saat ini tercatat {wni} WNI [tinggal|menetap] di {negara}, sebagian besar pelajar dan pekerja.",
            "Di sela-sela kegiatan, petugas melayani [perpanjangan|pembaruan] {paspor} paspor dan pencatatan kelahiran.",
            "Tarian dari Sumatera Barat dan Bali yang dibawakan pelajar setempat [mengundang|memancing] tepuk tangan panjang.",
            "Sebagian hasil penjualan disumbangkan kepada sekolah Indonesia di luar negeri.",
        ),
        reported=(
            "anggotanya menyiapkan acara tersebut selama tiga bulan",
            "kegiatan serupa akan diadakan di {ibu_kota_tetangga} pada {nanti}",
            "WNI diminta melapor diri melalui portal peduli WNI",
        ),
        second_quotes=(
            "Rasa rindu kampung terobati dalam satu hari",
            "Banyak teman saya di kampus baru pertama kali mencicipi {menu}",
        ),
        background=(
            "Kegiatan serupa pada {tahun_lalu} digelar secara terbatas.",
            "Hubungan diplomatik Indonesia dan {negara} terus berkembang di bidang pendidikan dan perdagangan.",
        ),
        subheads=("Layanan paspor", "Rindu kampung"),
        captions=("Pengunjung mencicipi makanan Indonesia", "Pelajar membawakan tari tradisional"),
        tags=("kbri", "wni", "{negara_kecil}", "budaya indonesia"),
    ),
)
