"""Press releases: what companies send out through the wire services."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="rilis pers",
        section="Rilis Pers",
        form="release",
        countries=("Singapura", "Jepang", "China", "Korea Selatan", "Jerman", "Amerika Serikat"),
        speaker=("Direktur Utama {perusahaan}", "Kepala Strategi {perusahaan}"),
        second=("Manajer Umum mitra {perusahaan} di {tetangga}", "Ketua asosiasi industri {tetangga}"),
        second_from="neighbour",
        numbers={"stasiun": (40, 900), "kota_mitra": (12, 80), "karyawan": (300, 9_000)},
        tenths={"persen": (31, 288)},
        words={
            "perusahaan": (
                "Aruna Voltara Group", "Nusawarta Group", "Kirana Utama Holdings",
                "Semilir Global", "Tirtabuana International", "Lentera Pasifik Group",
            ),
            "produk": (
                "stasiun penukaran baterai", "gudang otomatis", "pusat data hemat energi",
                "layanan pembayaran lintas negara", "bengkel daur ulang telepon seluler",
            ),
        },
        headlines=(
            "{perusahaan} luncurkan {produk} di {kota_mitra} kota",
            "{perusahaan} perluas jaringan {produk} ke {tetangga}",
            "{perusahaan} dan mitra di {kota} kembangkan {produk}",
        ),
        ledes=(
            "{perusahaan} hari ini mengumumkan peluncuran {produk} di {kota_mitra} kota di {kawasan}, {hari}.",
            "{perusahaan} bersama mitranya di {kota} hari ini meresmikan {produk} dan rencana perluasan ke {tetangga}, {hari}.",
        ),
        quotes=(
            "Peluncuran ini merupakan tonggak penting dalam perjalanan perusahaan kami",
            "Pelanggan menginginkan layanan yang sederhana, dan itulah yang kami tawarkan",
            "Investasi ini mencerminkan keyakinan kami terhadap pasar {kawasan}",
            "Kami memilih {kota} karena tenaga ahlinya berlimpah",
            "Kami berterima kasih kepada seluruh mitra atas kepercayaan mereka",
        ),
        facts=(
            "Jaringan tersebut mencakup {stasiun} titik layanan yang beroperasi selama 24 jam.",
            "Tahap pertama {produk} [mulai beroperasi|dijadwalkan beroperasi] pada {nanti} dan dipantau dari {ibu_kota}.",
            "Seluruh kebutuhan listriknya [dipasok|dipenuhi] dari panel surya dan tenaga angin.",
            "Perusahaan mempekerjakan {karyawan} orang dan mencatat pertumbuhan pendapatan {persen} persen pada {tahun_lalu}.",
            "Informasi lebih lanjut akan disampaikan dalam pameran di {ibu_kota} pada {nanti}.",
        ),
        reported=(
            "kerja sama itu membuka peluang bagi pemasok setempat",
            "permintaan di {kawasan} diperkirakan terus tumbuh",
        ),
        second_quotes=("Kemitraan ini mempertemukan teknologi dan kebutuhan nyata",),
        background=(
            "{perusahaan} adalah perusahaan teknologi yang berkantor pusat di {ibu_kota} dan beroperasi di sejumlah negara.",
            "Didirikan di {kota}, {perusahaan} mengembangkan prasarana digital dan energi bagi dunia usaha.",
        ),
        subheads=("Tentang {perusahaan}",),
        captions=("Suasana peresmian layanan baru",),
        tags=("rilis pers", "{produk}", "teknologi"),
    ),
    Scenario(
        topic="rilis pers",
        section="Rilis Pers",
        form="release",
        countries=("Jepang", "Inggris", "Malaysia", "Prancis", "Thailand"),
        speaker=("Ketua penyelenggara {acara}", "Presiden {lembaga}"),
        second=("Ketua dewan juri {acara}", "Salah satu peserta {acara}"),
        numbers={"peserta": (800, 42_000), "negara_peserta": (18, 74), "hari_acara": (2, 9)},
        words={
            "lembaga": ("Yayasan Lintas Samudra", "Dewan Pariwisata Kawasan", "Institut Hortensia", "Perhimpunan Seni Merdika"),
            "acara": (
                "Pekan Kopi Dunia", "Forum Pariwisata Lestari", "Pameran Hortikultura",
                "Festival Film Pendek",
            ),
        },
        headlines=(
            "{lembaga} gelar {acara} di {kota}",
            "{acara} di {kota} undang peserta dari {negara_peserta} negara",
        ),
        ledes=(
            "{lembaga} mengumumkan pembukaan pendaftaran {acara} yang diikuti peserta dari {negara_peserta} negara, {hari}.",
            "{acara} akan diselenggarakan oleh {lembaga} selama {hari_acara} hari di {kota}, demikian pernyataan pada {hari}.",
        ),
        quotes=(
            "Kami mengundang para pelaku industri dari Indonesia untuk hadir",
            "Tema tahun ini lahir dari percakapan dengan para peserta muda",
            "{kota} adalah tuan rumah yang hangat dan mudah dijangkau",
            "Acara tahun ini adalah yang terbesar sejak pertama kali diselenggarakan",
            "Pertukaran gagasan adalah inti dari kegiatan ini",
        ),
        facts=(
            "Penyelenggara memperkirakan {peserta} pengunjung akan hadir selama {hari_acara} hari.",
            "Pendaftaran dibuka melalui laman resmi sampai {nanti}.",
            "Pemenang akan memperoleh kesempatan tampil di {tetangga}.",
            "Lokakarya bagi pelajar [diadakan|digelar] setiap pagi tanpa dipungut biaya.",
            "Rangkaian acara [ditutup|diakhiri] dengan malam penghargaan di {ibu_kota}.",
        ),
        reported=(
            "mutu karya yang masuk meningkat dari tahun ke tahun",
            "kegiatan itu mempertemukan pelaku usaha kecil dan pembeli besar",
        ),
        second_quotes=("Panggung seperti ini sangat berarti bagi kami",),
        background=(
            "{lembaga} berdiri di {ibu_kota} dan menjalankan program di banyak negara.",
            "Sejak {tahun_lalu}, {lembaga} memberi beasiswa kepada peserta dari {kawasan}.",
        ),
        subheads=("Tentang {lembaga}",),
        captions=("Pengunjung di lokasi acara",),
        tags=("rilis pers", "{acara}"),
    ),
)  # fmt: skip
