"""Health: vaccination and outbreaks."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="kesehatan",
        countries=(
            "India",
            "Bangladesh",
            "Pakistan",
            "Nepal",
            "Kenya",
            "Ethiopia",
            "Nigeria",
            "Ghana",
            "Senegal",
            "Mozambik",
            "Filipina",
            "Kamboja",
            "Laos",
            "Yaman",
            "Peru",
            "Timor Leste",
        ),
        speaker=("Menteri Kesehatan {negara}", "Direktur Jenderal Kesehatan Masyarakat {negara}"),
        second=(
            "Perwakilan Organisasi Kesehatan Dunia (WHO) di {negara}",
            "Perwakilan UNICEF di {negara}",
        ),
        second_from="abroad",
        numbers={
            "anak": (24_000, 980_000),
            "petugas": (400, 7_600),
            "dosis": (60_000, 2_400_000),
            "klinik": (35, 640),
        },
        words={
            "penyakit": ("campak", "polio", "difteri", "malaria", "kolera"),
            "alat": ("sepeda motor", "perahu", "pesawat nirawak", "truk berpendingin"),
        },
        headlines=(
            "{negara} mulai vaksinasi {penyakit} untuk {anak} anak",
            "WHO dukung vaksinasi {penyakit} di {kota}",
            "{negara} terima {dosis} dosis vaksin {penyakit}",
        ),
        ledes=(
            "Pemerintah {negara} memulai pekan vaksinasi {penyakit} bagi {anak} anak [di bawah usia lima tahun|usia sekolah] dari {kota}, {hari}.",
            "Sebanyak {dosis} dosis vaksin {penyakit} [tiba|mulai dibagikan] di {negara} pada {hari} untuk [melindungi|menjangkau] {anak} anak.",
        ),
        quotes=(
            "Tidak boleh ada anak yang tertinggal hanya karena rumahnya jauh dari jalan raya",
            "Vaksin ini aman dan sudah dipakai di banyak negara",
            "Kami belajar dari wabah dua tahun lalu dan kini lebih siap",
            "Kepala desa dan pemuka agama ikut menjelaskan manfaat vaksin kepada warga",
        ),
        facts=(
            "Sebanyak {petugas} petugas kesehatan [mendatangi|berkeliling ke] rumah-rumah warga, sementara {klinik} klinik membuka layanan sampai malam.",
            "Vaksin dikirim ke daerah terpencil dengan {alat} agar suhunya tetap [terjaga|di bawah delapan derajat Celsius].",
            "Kasus {penyakit} di {kota} [naik|meningkat] sejak {bulan} lalu, terutama di permukiman padat.",
            "Kegiatan itu berlangsung sampai {nanti} dan dapat diperpanjang bila cakupan belum mencapai 95 persen.",
            "Orang tua diminta membawa kartu imunisasi, tetapi anak tanpa kartu tetap [dilayani|mendapat vaksin].",
        ),
        reported=(
            "cakupan imunisasi rutin sempat [menurun|turun] karena kekurangan tenaga",
            "dukungan serupa disiapkan untuk {tetangga}",
            "laboratorium di {ibu_kota} kini mampu memeriksa sampel dalam dua hari",
        ),
        second_quotes=(
            "Virus tidak mengenal perbatasan",
            "Setiap dolar untuk imunisasi menghemat biaya pengobatan berkali-kali lipat",
        ),
        background=(
            "Indonesia memasok vaksin ke sejumlah negara berkembang melalui produsen dalam negeri.",
            "WHO menganjurkan dua dosis agar perlindungan bertahan lama.",
            "Kampanye terakhir dilakukan pada {tahun_lalu}.",
        ),
        subheads=("Dari rumah ke rumah", "Daerah terpencil"),
        captions=(
            "Petugas kesehatan memeriksa kartu imunisasi seorang anak",
            "Para ibu mengantre di depan klinik",
        ),
        tags=("vaksinasi", "{penyakit}", "who", "{negara_kecil}"),
    ),
    Scenario(
        topic="kesehatan",
        speaker=(
            "Menteri Kesehatan {negara}",
            "Kepala Rumah Sakit Pusat {kota}",
            "Juru Bicara Kementerian Kesehatan {negara}",
        ),
        second=("Guru besar kedokteran Universitas {ibu_kota}", "Ketua Ikatan Dokter {negara}"),
        numbers={
            "peserta": (320, 18_000),
            "rumah_sakit": (6, 74),
            "bulan_uji": (9, 36),
            "dokter": (120, 4_200),
        },
        tenths={"persen": (84, 412)},
        words={
            "topik": ("tekanan darah tinggi", "diabetes tipe dua", "penyakit jantung", "stroke"),
            "cara": (
                "jalan kaki 30 menit sehari",
                "pengurangan garam dan gula",
                "berkebun dua kali sepekan",
                "bersepeda ke tempat kerja",
            ),
        },
        headlines=(
            "Studi di {negara}: {cara} tekan risiko {topik}",
            "Peneliti {kota} temukan cara sederhana cegah {topik}",
        ),
        ledes=(
            "Penelitian terhadap {peserta} orang di {kota}, {negara}, menunjukkan bahwa {cara} menurunkan risiko {topik} [sebesar|hingga] {persen} persen, menurut hasil yang diumumkan {hari}.",
            "{cara} menurunkan risiko {topik} [sebesar|hingga] {persen} persen, demikian hasil penelitian atas {peserta} orang di {kota}, {negara}, yang diumumkan {hari}.",
        ),
        quotes=(
            "Obat tetap penting, tetapi kebiasaan sehari-hari tidak kalah penting",
            "Hasilnya melampaui harapan kami",
            "Kami ingin pasien ditangani di {rumah_sakit} rumah sakit sebelum keadaannya parah",
            "Pemeriksaan lanjutan tidak dipungut biaya bagi keluarga berpenghasilan rendah",
        ),
        facts=(
            "Para peserta diikuti selama {bulan_uji} bulan dan [diperiksa|dipantau] setiap dua pekan.",
            "Berdasarkan temuan itu, pemerintah akan melatih {dokter} dokter umum agar mampu [mengenali gejala awal|menangani kasus ringan].",
            "Penurunan risiko sebesar {persen} persen terlihat pada semua kelompok umur, terutama [di atas 50 tahun|pada perempuan].",
            "Biaya penelitian ditanggung bersama oleh pemerintah pusat dan pemerintah kota {kota}.",
            "Hasil lengkapnya akan dibahas dalam pertemuan kesehatan di {ibu_kota_tetangga} pada {nanti}.",
        ),
        reported=(
            "temuan itu perlu diuji di negara lain sebelum dijadikan pedoman",
            "jumlah tenaga perawat masih [kurang|jauh dari cukup]",
            "angka {topik} [terus naik|meningkat] dalam sepuluh tahun terakhir",
        ),
        second_quotes=(
            "Yang murah dan mudah sering kali dilupakan",
            "Rumah sakit di daerah harus mendapat alat yang sama",
        ),
        background=(
            "WHO memperkirakan penyakit tidak menular menyebabkan sebagian besar kematian dini di dunia.",
            "Program serupa di Indonesia dijalankan melalui pemeriksaan kesehatan gratis.",
        ),
        subheads=("Cara penelitian", "Biaya penelitian"),
        captions=("Dokter memeriksa tekanan darah pasien", "Warga berolahraga pagi di taman kota"),
        tags=("kesehatan", "penelitian", "{negara_kecil}", "{topik}"),
    ),
)
