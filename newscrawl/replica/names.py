"""Personal names by custom: given names and family names that are put together at random."""

from typing import NamedTuple


class Names(NamedTuple):
    """Names of one custom."""

    men: tuple[str, ...]
    women: tuple[str, ...]
    families: tuple[str, ...]
    family_first: bool = False
    called_by_given: bool = False
    """Whether the copy calls a person by the first name at the second mention."""


# fmt: off
NAMES: dict[str, Names] = {
    "jepang": Names(("Haruki", "Kenta", "Daisuke", "Naoto"), ("Ayaka", "Misaki", "Yumiko", "Sachiko"), ("Kiyosawa", "Mitsuhara", "Tokunami", "Nagamori", "Oshikawa", "Hirozumi")),
    "korea": Names(("Sung-ho", "Jae-min", "Tae-joon"), ("Hye-rin", "Soo-ah", "Mi-kyung"), ("Park", "Han", "Seo", "Yoon", "Baek"), family_first=True),
    "china": Names(("Jianguo", "Weimin", "Haoran", "Zhiyuan"), ("Xiulan", "Meiqi", "Yating"), ("Lu", "Shen", "Qiu", "Tang", "Fang", "Meng"), family_first=True),
    "tengah": Names(("Nurlan", "Daniyar", "Rustam", "Batbayar"), ("Aigerim", "Dilnoza", "Saule"), ("Akhmedov", "Tursunbek", "Sadykov", "Erdenebat", "Yuldashev")),
    "india": Names(("Arvind", "Suresh", "Pradeep", "Dinesh"), ("Kavitha", "Anjali", "Meenakshi"), ("Raghunath", "Deshmukh", "Wickramasuriya", "Bhattarai", "Iyengar", "Thapaliya")),
    "muslim": Names(("Tariq", "Shahid", "Kamrul", "Zubair"), ("Nasreen", "Farzana", "Sadia"), ("Qureshi", "Rahimuddin", "Chowdhury", "Afridi", "Haque")),
    "melayu": Names(("Ahmad Faizal", "Mohd Rizwan", "Khairul Azmi"), ("Nor Hidayah", "Siti Mariam", "Faridah"), ("Hashim", "Abdul Kadir", "Sulaiman", "Mat Zain"), called_by_given=True),
    "thai": Names(("Somchai", "Anucha", "Thanakorn", "Sovann"), ("Kanchana", "Malee", "Sreymom"), ("Rattanapong", "Suwannarat", "Chaiyasit", "Phommachan"), called_by_given=True),
    "vietnam": Names(("Van Hieu", "Quoc Bao", "Duc Thanh"), ("Thi Hoa", "Thu Lan", "Minh Chau"), ("Tran", "Le", "Vo", "Bui", "Dang"), family_first=True),
    "filipina": Names(("Ramon", "Ernesto", "Jose Luis"), ("Maricel", "Rosario", "Teresita"), ("Villafuente", "Macaraig", "Salonga", "Dimaculan", "Bautismo")),
    "inggris": Names(("Oliver", "Graham", "Marcus", "Stephen", "Nathan"), ("Helen", "Charlotte", "Rebecca", "Fiona"), ("Hartwell", "Ashcombe", "Pemberly", "Thornbury", "Caldicott", "Winslade", "Marsden-Cole")),
    "turki": Names(("Emre", "Kemal", "Elnur", "Orhan"), ("Leyla", "Zeynep", "Aysel"), ("Karadeniz", "Yilmazer", "Mamedzade", "Sonmez", "Aliyarov")),
    "slavia": Names(("Andrei", "Dmitry", "Piotr", "Milan", "Giorgi"), ("Natalia", "Irina", "Katarzyna", "Jelena"), ("Voronkov", "Stepanyuk", "Zielonka", "Petrovac", "Lomidze", "Kuzmenov")),
    "arab": Names(("Khalid", "Faisal", "Omar", "Yusuf", "Hassan"), ("Layla", "Amina", "Hanan", "Samira"), ("Al Harithi", "Al Mansouri", "Ben Youssef", "Al Khatibi", "Haddadin", "El Gamali")),
    "afrika": Names(("Kwame", "Joseph", "Tesfaye", "Chinedu", "Sipho"), ("Amara", "Wanjiru", "Nomsa", "Aissatou"), ("Okonjoro", "Mwangaza", "Desalegne", "Boakyewa", "Nkosana", "Diopara")),
    "prancis": Names(("Etienne", "Julien", "Mathieu"), ("Camille", "Sandrine", "Elodie"), ("Beaufort", "Lacombe", "Vandermeulen", "Desrosiers", "Montclar")),
    "jerman": Names(("Matthias", "Jurgen", "Lukas"), ("Katrin", "Annelie", "Sabine"), ("Lindenau", "Weissenbach", "Hofstetter", "Brandner", "Eichwald")),
    "nordik": Names(("Lars", "Henrik", "Magnus"), ("Ingrid", "Solveig", "Astrid"), ("Lindqvist", "Haugland", "Stefansson", "Bergdahl", "Nordvik")),
    "latin": Names(("Alejandro", "Rodrigo", "Esteban"), ("Mariana", "Lucia", "Gabriela"), ("Quiroga", "Villasenor", "Arancibia", "Montoya", "Echeverri", "Salvatierra")),
    "portugis": Names(("Joao", "Paulo", "Rui"), ("Beatriz", "Fernanda", "Ines"), ("Carvalhal", "Nogueira", "Figueiras", "Tavares", "Amorim")),
    "italia": Names(("Lorenzo", "Matteo", "Stefano"), ("Chiara", "Francesca", "Elena"), ("Bellandi", "Marchesini", "Rovigatti", "Castagna", "Fiorello")),
    "yunani": Names(("Nikos", "Giorgos", "Stavros"), ("Eleni", "Katerina", "Despina"), ("Papavasiliou", "Kalogeras", "Manousakis", "Theodorou")),
    "indonesia": Names(("Bagas", "Wahyu", "Hendro", "Rachmat", "Yohanes"), ("Retno", "Lestari", "Kartika", "Nurhayati"), ("Prasetyadi", "Wibisana", "Harsono", "Simatupa", "Kusumawardana", "Tanujaya"), called_by_given=True),
}
# fmt: on
STAFF: tuple[str, ...] = (
    "Bima Arganata",
    "Citra Laksmini",
    "Damar Wicaksana",
    "Endah Pramesti",
    "Fikri Ardiansah",
    "Galuh Sekarningrum",
    "Hafizah Rumondang",
    "Indra Talenggoro",
    "Jelita Manurunge",
    "Kirana Sasmaya",
    "Laras Ayuwandira",
    "Mahesa Tirtabuana",
    "Nadia Purwaningtyas",
    "Oki Baskarana",
    "Puspa Wirasenja",
    "Raka Adinegara",
    "Sekar Mayangsita",
    "Tegar Hutapaung",
    "Utari Danastri",
    "Wisnu Pradiptama",
    "Yasmin Alhamidi",
    "Zaki Fadhilatama",
)  # fmt: skip
"""Reporters, translators and editors: nobody who ever worked for the agency."""
PHOTOGRAPHERS: tuple[str, ...] = (
    "Adit Wirakusuma", "Bayu Segarajati", "Cahya Nirmala", "Dewo Pangestika", "Mikael Stravonsky",
    "Joanna Reedwell", "Karim Benouhari", "Lena Osterfeld", "Pavel Dronin", "Sofia Almarante", "Kenji Morotani",
)  # fmt: skip
