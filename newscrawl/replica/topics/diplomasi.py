"""Diplomacy: visits, talks and borders."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="diplomasi",
        speaker=(
            "Menteri Luar Negeri {negara}",
            "Juru Bicara Kementerian Luar Negeri {negara}",
            "Wakil Menteri Luar Negeri {negara}",
        ),
        second=("Menteri Luar Negeri {tetangga}", "Duta Besar {tetangga} untuk {negara}"),
        second_from="neighbour",
        numbers={
            "nota": (3, 14),
            "miliar": (2, 48),
            "tahun_hubungan": (25, 140),
            "pelajar": (400, 9_500),
        },
        words={
            "bidang": (
                "energi terbarukan",
                "ketahanan pangan",
                "keamanan siber",
                "pendidikan vokasi",
                "perikanan",
            ),
            "bidang_lain": (
                "pariwisata",
                "kesehatan masyarakat",
                "perhubungan udara",
                "riset kelautan",
            ),
        },
        headlines=(
            "{negara}, {tetangga} teken {nota} nota kesepahaman di {ibu_kota}",
            "{negara} dan {tetangga} perkuat kerja sama {bidang}",
            "Menlu {tetangga} kunjungi {ibu_kota}, bahas {bidang}",
            "{tahun_hubungan} tahun hubungan, {negara}-{tetangga} sepakati peta jalan baru",
        ),
        ledes=(
            "Pemerintah {negara} dan {tetangga} menandatangani {nota} nota kesepahaman [dalam pertemuan tingkat menteri|pada akhir kunjungan resmi dua hari] di {ibu_kota}, {hari}.",
            "{negara} dan {tetangga} sepakat [memperluas|memperdalam] kerja sama di bidang {bidang} dan {bidang_lain} dalam perundingan di {ibu_kota} pada {hari}.",
            "Menteri luar negeri {negara} dan {tetangga} bertemu di {ibu_kota} pada {hari} untuk [meninjau|membahas] hubungan kedua negara yang telah berusia {tahun_hubungan} tahun.",
        ),
        quotes=(
            "Kunjungan ini menunjukkan bahwa kedua negara ingin melihat ke depan",
            "Kerja sama {bidang} akan menjadi tulang punggung hubungan kami",
            "Kami tidak memilih pihak, kami memilih kepentingan rakyat kami",
            "Tidak ada persoalan yang tidak dapat dibicarakan di antara tetangga",
            "Peta jalan ini memuat tenggat yang jelas, bukan sekadar janji",
        ),
        facts=(
            "Nota kesepahaman itu [mencakup|meliputi] {bidang}, {bidang_lain}, serta pertukaran pelajar.",
            "Nilai perdagangan kedua negara mencapai {miliar} miliar dolar AS pada {tahun_lalu} dan ditargetkan [naik|tumbuh] dua kali lipat dalam lima tahun.",
            "Saat ini [sekitar|sedikitnya] {pelajar} pelajar {tetangga} menempuh pendidikan di {negara}, sebagian besar di {kota}.",
            "Kedua menteri juga [bertukar pandangan|membahas perkembangan] mengenai situasi di {kawasan} dan persiapan sidang Majelis Umum PBB.",
            "Penerbangan langsung antara {kota} dan {ibu_kota_tetangga} dijadwalkan mulai [beroperasi|melayani penumpang] pada {bulan} tahun depan.",
            "Sebuah komite bersama akan mengadakan rapat pertama di {ibu_kota_tetangga} pada {nanti}.",
        ),
        reported=(
            "negaranya menghargai sikap {negara} yang terbuka dalam perundingan",
            "[pembicaraan berlangsung|pertemuan itu berjalan] hangat dan terus terang",
            "kedua pihak masih berbeda pendapat mengenai tarif beberapa produk pertanian",
        ),
        second_quotes=(
            "Kami datang dengan daftar panjang dan pulang dengan kesepakatan yang nyata",
            "Perbedaan tetap ada, tetapi kami mengelolanya dengan kepala dingin",
        ),
        background=(
            "Hubungan diplomatik kedua negara dibuka {tahun_hubungan} tahun silam.",
            "Pertemuan serupa terakhir kali diadakan di {ibu_kota_tetangga} pada {tahun_lalu}.",
            "Indonesia memiliki kedutaan besar di {ibu_kota} yang juga menangani urusan kekonsuleran di {kota}.",
        ),
        subheads=("Perdagangan", "Pertukaran pelajar", "Langkah berikutnya"),
        captions=(
            "Kedua menteri luar negeri berjabat tangan sebelum pertemuan",
            "Bendera kedua negara dipasang di depan gedung kementerian",
            "Para delegasi mengikuti pertemuan bilateral",
        ),
        tags=("kerja sama bilateral", "{negara_kecil}", "{tetangga_kecil}", "diplomasi"),
    ),
    Scenario(
        topic="diplomasi",
        speaker=(
            "Juru Bicara Pemerintah {negara}",
            "Menteri Dalam Negeri {negara}",
            "Kepala Badan Perbatasan {negara}",
        ),
        second=("Menteri Dalam Negeri {tetangga}", "Gubernur wilayah perbatasan {tetangga}"),
        second_from="neighbour",
        border=True,
        numbers={
            "pelintas": (1_500, 22_000),
            "kilometer": (48, 1_900),
            "pos": (3, 17),
            "petugas": (120, 900),
        },
        headlines=(
            "{negara} buka kembali {pos} pos perbatasan dengan {tetangga}",
            "Perbatasan {negara}-{tetangga} dibuka, {pelintas} orang melintas",
            "{negara} permudah izin lintas batas bagi warga {tetangga}",
        ),
        ledes=(
            "{negara} membuka kembali {pos} pos lintas batas dengan {tetangga} pada {hari}, [mengakhiri|menyudahi] penutupan yang berlangsung berbulan-bulan.",
            "Sedikitnya {pelintas} orang menyeberangi perbatasan {negara} dan {tetangga} pada {hari}, hari pertama {pos} pos penjagaan [dibuka kembali|beroperasi lagi].",
        ),
        quotes=(
            "Keluarga yang terpisah kini bisa saling mengunjungi tanpa menunggu izin berminggu-minggu",
            "Pembukaan dilakukan bertahap agar pemeriksaan tetap tertib",
            "Kami menambah petugas di jam-jam sibuk supaya antrean tidak mengular",
            "Pedagang kecil adalah pihak yang paling lama menanti hari ini",
        ),
        facts=(
            "Perbatasan sepanjang {kilometer} kilometer itu ditutup {sejak} [setelah|menyusul] perselisihan mengenai pemeriksaan barang.",
            "Sebanyak {petugas} petugas imigrasi dan bea cukai [dikerahkan|ditugaskan] di seluruh pos.",
            "Warga setempat cukup menunjukkan kartu identitas, sedangkan pelancong dari negara ketiga tetap [wajib|harus] membawa paspor.",
            "Antrean truk di pos utama dekat {kota} mencapai dua kilometer pada {hari_saja} pagi, tetapi [mencair|terurai] menjelang siang.",
            "Bus antarkota jurusan {kota}-{ibu_kota_tetangga} akan beroperasi lagi mulai {nanti}.",
        ),
        reported=(
            "pihaknya menyiapkan jalur khusus untuk bahan pangan dan obat-obatan",
            "[sistem|jaringan] pemeriksaan kedua negara sudah terhubung",
            "evaluasi akan dilakukan setiap dua pekan",
        ),
        second_quotes=(
            "Perbatasan yang baik adalah perbatasan yang menghubungkan",
            "Hari ini kami menerima lebih banyak senyum daripada keluhan",
        ),
        background=(
            "Penutupan itu [memukul|menekan] ekonomi kota-kota kecil di kedua sisi perbatasan.",
            "Kedua negara sepakat membuka perbatasan dalam perundingan di {ibu_kota} bulan lalu.",
            "KBRI setempat mengimbau WNI yang hendak melintas agar memeriksa aturan terbaru.",
        ),
        subheads=("Antrean truk", "Dibuka bertahap"),
        captions=(
            "Warga mengantre di pos pemeriksaan imigrasi",
            "Petugas memeriksa dokumen pengemudi truk",
        ),
        tags=("perbatasan", "{negara_kecil}", "{tetangga_kecil}"),
    ),
)
