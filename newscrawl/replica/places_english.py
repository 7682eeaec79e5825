"""Countries and cities in English spelling, for the English edition."""

from newscrawl.replica.places import Country

# fmt: off
ENGLISH_COUNTRIES: tuple[Country, ...] = (
    Country("Indonesia", "Jakarta", ("Bandung", "Semarang", "Makassar", "Denpasar", "Padang"), "Southeast Asia", "indonesia", "President", "ANTARA"),
    Country("Malaysia", "Kuala Lumpur", ("George Town", "Johor Bahru", "Kuching"), "Southeast Asia", "melayu", "Prime Minister", "Bernama"),
    Country("Thailand", "Bangkok", ("Chiang Mai", "Phuket", "Khon Kaen"), "Southeast Asia", "thai", "Prime Minister", "Xinhua"),
    Country("Vietnam", "Hanoi", ("Da Nang", "Hue", "Hai Phong"), "Southeast Asia", "vietnam", "Prime Minister", "Xinhua"),
    Country("Timor-Leste", "Dili", ("Baucau", "Suai"), "Southeast Asia", "portugis", "Prime Minister", "AFP"),
    Country("Japan", "Tokyo", ("Osaka", "Nagoya", "Sendai", "Sapporo"), "East Asia", "jepang", "Prime Minister", "Kyodo"),
    Country("South Korea", "Seoul", ("Busan", "Incheon", "Daegu"), "East Asia", "korea", "President", "Yonhap"),
    Country("Australia", "Canberra", ("Darwin", "Perth", "Brisbane"), "the Pacific", "inggris", "Prime Minister", "Reuters"),
    Country("Fiji", "Suva", ("Nadi", "Lautoka"), "the Pacific", "inggris", "Prime Minister", "AFP"),
    Country("Turkey", "Ankara", ("Istanbul", "Izmir", "Adana"), "Western Asia", "turki", "President", "Anadolu"),
    Country("Jordan", "Amman", ("Aqaba", "Irbid"), "the Middle East", "arab", "Prime Minister", "Anadolu"),
    Country("Egypt", "Cairo", ("Alexandria", "Luxor", "Port Said"), "the Middle East", "arab", "President", "Reuters"),
    Country("Kenya", "Nairobi", ("Mombasa", "Kisumu"), "East Africa", "afrika", "President", "Xinhua"),
    Country("Germany", "Berlin", ("Hamburg", "Leipzig", "Dresden"), "Europe", "jerman", "Chancellor", "Reuters"),
)
# fmt: on
BY_ENGLISH_NAME: dict[str, Country] = {country.name: country for country in ENGLISH_COUNTRIES}


def english_neighbours(country: Country) -> tuple[Country, ...]:
    """Return the other countries of its region, or any others where it has the region alone."""
    others = tuple(other for other in ENGLISH_COUNTRIES if other.name != country.name)
    return tuple(other for other in others if other.region == country.region) or others
