"""Countries and cities in Indonesian spelling."""

from typing import NamedTuple


class Country(NamedTuple):
    """A country as the copy needs it."""

    name: str
    capital: str
    cities: tuple[str, ...]
    region: str
    names: str
    """Which table of personal names its people have."""
    head: str
    """Title of who leads its government."""
    wire: str
    """The wire that most often covers it."""


# fmt: off
COUNTRIES: tuple[Country, ...] = (
    Country("Jepang", "Tokyo", ("Osaka", "Nagoya", "Sendai", "Fukuoka", "Sapporo"), "Asia Timur", "jepang", "Perdana Menteri", "Kyodo"),
    Country("Korea Selatan", "Seoul", ("Busan", "Incheon", "Daegu", "Gwangju"), "Asia Timur", "korea", "Presiden", "Yonhap"),
    Country("China", "Beijing", ("Shanghai", "Guangzhou", "Chengdu", "Kunming", "Xi'an"), "Asia Timur", "china", "Perdana Menteri", "Xinhua"),
    Country("Mongolia", "Ulan Bator", ("Darkhan", "Erdenet"), "Asia Timur", "tengah", "Perdana Menteri", "Xinhua"),
    Country("India", "New Delhi", ("Mumbai", "Kolkata", "Chennai", "Bengaluru", "Hyderabad"), "Asia Selatan", "india", "Perdana Menteri", "Reuters"),
    Country("Pakistan", "Islamabad", ("Karachi", "Lahore", "Peshawar", "Quetta"), "Asia Selatan", "muslim", "Perdana Menteri", "Anadolu"),
    Country("Bangladesh", "Dhaka", ("Chittagong", "Sylhet", "Khulna"), "Asia Selatan", "muslim", "Perdana Menteri", "AFP"),
    Country("Nepal", "Kathmandu", ("Pokhara", "Biratnagar"), "Asia Selatan", "india", "Perdana Menteri", "Xinhua"),
    Country("Sri Lanka", "Kolombo", ("Kandy", "Galle", "Jaffna"), "Asia Selatan", "india", "Presiden", "Reuters"),
    Country("Malaysia", "Kuala Lumpur", ("George Town", "Johor Bahru", "Kuching", "Ipoh"), "Asia Tenggara", "melayu", "Perdana Menteri", "Bernama"),
    Country("Thailand", "Bangkok", ("Chiang Mai", "Phuket", "Hat Yai", "Khon Kaen"), "Asia Tenggara", "thai", "Perdana Menteri", "Xinhua"),
    Country("Vietnam", "Hanoi", ("Da Nang", "Hue", "Hai Phong", "Can Tho"), "Asia Tenggara", "vietnam", "Perdana Menteri", "Reuters"),
    Country("Filipina", "Manila", ("Cebu", "Davao", "Tacloban", "Legazpi"), "Asia Tenggara", "filipina", "Presiden", "AP"),
    Country("Kamboja", "Phnom Penh", ("Siem Reap", "Battambang"), "Asia Tenggara", "thai", "Perdana Menteri", "Xinhua"),
    Country("Laos", "Vientiane", ("Luang Prabang", "Pakse"), "Asia Tenggara", "thai", "Perdana Menteri", "Xinhua"),
    Country("Singapura", "Singapura", ("Jurong", "Changi", "Tampines"), "Asia Tenggara", "melayu", "Perdana Menteri", "Bernama"),
    Country("Timor Leste", "Dili", ("Baucau", "Suai"), "Asia Tenggara", "portugis", "Perdana Menteri", "AFP"),
    Country("Australia", "Canberra", ("Sydney", "Melbourne", "Perth", "Brisbane", "Darwin"), "Pasifik", "inggris", "Perdana Menteri", "Reuters"),
    Country("Selandia Baru", "Wellington", ("Auckland", "Christchurch", "Hamilton"), "Pasifik", "inggris", "Perdana Menteri", "AP"),
    Country("Papua Nugini", "Port Moresby", ("Lae", "Madang"), "Pasifik", "inggris", "Perdana Menteri", "Reuters"),
    Country("Fiji", "Suva", ("Nadi", "Lautoka"), "Pasifik", "inggris", "Perdana Menteri", "AFP"),
    Country("Turki", "Ankara", ("Istanbul", "Izmir", "Gaziantep", "Adana"), "Eropa dan Asia Barat", "turki", "Presiden", "Anadolu"),
    Country("Azerbaijan", "Baku", ("Ganja", "Sumgait"), "Kaukasus", "turki", "Presiden", "Anadolu"),
    Country("Georgia", "Tbilisi", ("Batumi", "Kutaisi"), "Kaukasus", "slavia", "Perdana Menteri", "Sputnik"),
    Country("Kazakhstan", "Astana", ("Almaty", "Shymkent"), "Asia Tengah", "tengah", "Presiden", "Sputnik"),
    Country("Uzbekistan", "Tashkent", ("Samarkand", "Bukhara"), "Asia Tengah", "tengah", "Presiden", "Sputnik"),
    Country("Arab Saudi", "Riyadh", ("Jeddah", "Dammam", "Tabuk"), "Timur Tengah", "arab", "Perdana Menteri", "SPA"),
    Country("Yordania", "Amman", ("Aqaba", "Irbid", "Zarqa"), "Timur Tengah", "arab", "Perdana Menteri", "Anadolu"),
    Country("Mesir", "Kairo", ("Alexandria", "Luxor", "Port Said"), "Timur Tengah", "arab", "Presiden", "Reuters"),
    Country("Qatar", "Doha", ("Al Khor", "Al Wakrah"), "Timur Tengah", "arab", "Perdana Menteri", "AFP" ),
    Country("Oman", "Muskat", ("Salalah", "Sohar"), "Timur Tengah", "arab", "Perdana Menteri", "AFP" ),
    Country("Lebanon", "Beirut", ("Tripoli", "Sidon"), "Timur Tengah", "arab", "Perdana Menteri", "Reuters"),
    Country("Irak", "Baghdad", ("Basra", "Mosul", "Erbil"), "Timur Tengah", "arab", "Perdana Menteri", "AFP"),
    Country("Yaman", "Sanaa", ("Aden", "Taiz", "Mukalla"), "Timur Tengah", "arab", "Perdana Menteri", "Anadolu"),
    Country("Maroko", "Rabat", ("Casablanca", "Marrakesh", "Tangier"), "Afrika Utara", "arab", "Perdana Menteri", "AFP"),
    Country("Tunisia", "Tunis", ("Sfax", "Sousse"), "Afrika Utara", "arab", "Presiden", "AFP"),
    Country("Kenya", "Nairobi", ("Mombasa", "Kisumu", "Nakuru"), "Afrika Timur", "afrika", "Presiden", "Xinhua"),
    Country("Ethiopia", "Addis Ababa", ("Dire Dawa", "Mekelle"), "Afrika Timur", "afrika", "Perdana Menteri", "Xinhua"),
    Country("Tanzania", "Dodoma", ("Dar es Salaam", "Arusha"), "Afrika Timur", "afrika", "Presiden", "Xinhua"),
    Country("Nigeria", "Abuja", ("Lagos", "Kano", "Ibadan"), "Afrika Barat", "afrika", "Presiden", "Reuters"),
    Country("Ghana", "Accra", ("Kumasi", "Tamale"), "Afrika Barat", "afrika", "Presiden", "Reuters" ),
    Country("Senegal", "Dakar", ("Saint-Louis", "Thies"), "Afrika Barat", "afrika", "Presiden", "AFP" ),
    Country("Afrika Selatan", "Pretoria", ("Johannesburg", "Cape Town", "Durban"), "Afrika bagian selatan", "afrika", "Presiden", "Reuters"),
    Country("Mozambik", "Maputo", ("Beira", "Nampula"), "Afrika bagian selatan", "portugis", "Presiden", "AFP"),
    Country("Inggris", "London", ("Manchester", "Birmingham", "Glasgow", "Liverpool"), "Eropa", "inggris", "Perdana Menteri", "Reuters"),
    Country("Irlandia", "Dublin", ("Cork", "Galway"), "Eropa", "inggris", "Perdana Menteri", "Reuters" ),
    Country("Prancis", "Paris", ("Marseille", "Lyon", "Toulouse", "Bordeaux"), "Eropa", "prancis", "Presiden", "AFP"),
    Country("Belgia", "Brussel", ("Antwerpen", "Gent", "Liege"), "Eropa", "prancis", "Perdana Menteri", "AFP"),
    Country("Jerman", "Berlin", ("Hamburg", "Munchen", "Koln", "Leipzig"), "Eropa", "jerman", "Kanselir", "Reuters"),
    Country("Austria", "Wina", ("Graz", "Salzburg", "Linz"), "Eropa", "jerman", "Kanselir", "Reuters" ),
    Country("Swiss", "Bern", ("Jenewa", "Zurich", "Basel"), "Eropa", "jerman", "Presiden", "AFP"),
    Country("Swedia", "Stockholm", ("Gothenburg", "Malmo"), "Eropa Utara", "nordik", "Perdana Menteri", "Reuters"),
    Country("Norwegia", "Oslo", ("Bergen", "Trondheim"), "Eropa Utara", "nordik", "Perdana Menteri", "Reuters"),
    Country("Islandia", "Reykjavik", ("Akureyri", "Keflavik"), "Eropa Utara", "nordik", "Perdana Menteri", "AP"),
    Country("Spanyol", "Madrid", ("Barcelona", "Sevilla", "Valencia", "Bilbao"), "Eropa", "latin", "Perdana Menteri", "AP"),
    Country("Portugal", "Lisboa", ("Porto", "Coimbra", "Faro"), "Eropa", "portugis", "Perdana Menteri", "AP"),
    Country("Italia", "Roma", ("Milan", "Napoli", "Turin", "Palermo"), "Eropa", "italia", "Perdana Menteri", "AP"),
    Country("Yunani", "Athena", ("Thessaloniki", "Patras", "Heraklion"), "Eropa", "yunani", "Perdana Menteri", "AP"),
    Country("Polandia", "Warsawa", ("Krakow", "Gdansk", "Wroclaw"), "Eropa", "slavia", "Perdana Menteri", "Reuters"),
    Country("Rusia", "Moskow", ("St. Petersburg", "Kazan", "Vladivostok", "Novosibirsk"), "Eropa Timur", "slavia", "Perdana Menteri", "Sputnik/RIA Novosti"),
    Country("Serbia", "Beograd", ("Novi Sad", "Nis"), "Eropa Timur", "slavia", "Presiden", "Sputnik" ),
    Country("Amerika Serikat", "Washington", ("New York", "Chicago", "Los Angeles", "Houston", "Seattle"), "Amerika Utara", "inggris", "Presiden", "Reuters"),
    Country("Kanada", "Ottawa", ("Toronto", "Montreal", "Vancouver", "Calgary"), "Amerika Utara", "inggris", "Perdana Menteri", "Reuters"),
    Country("Meksiko", "Mexico City", ("Guadalajara", "Monterrey", "Acapulco"), "Amerika Latin", "latin", "Presiden", "Reuters"),
    Country("Brasil", "Brasilia", ("Sao Paulo", "Rio de Janeiro", "Belem", "Manaus"), "Amerika Latin", "portugis", "Presiden", "Reuters"),
    Country("Argentina", "Buenos Aires", ("Cordoba", "Rosario", "Mendoza"), "Amerika Latin", "latin", "Presiden", "AFP"),
    Country("Chile", "Santiago", ("Valparaiso", "Concepcion", "Antofagasta"), "Amerika Latin", "latin", "Presiden", "Reuters"),
    Country("Peru", "Lima", ("Cusco", "Arequipa", "Trujillo"), "Amerika Latin", "latin", "Presiden", "AFP"),
    Country("Kolombia", "Bogota", ("Medellin", "Cali", "Cartagena"), "Amerika Latin", "latin", "Presiden", "Reuters"),
)
# fmt: on
"""Where world stories happen."""

INDONESIA = Country(
    "Indonesia", "Jakarta",
    ("Bandung", "Semarang", "Medan", "Makassar", "Denpasar", "Palembang", "Balikpapan", "Padang"),
    "Asia Tenggara", "indonesia", "Presiden", "ANTARA",
)  # fmt: skip
JAWA_TIMUR = INDONESIA._replace(
    cities=("Malang", "Kediri", "Jember", "Banyuwangi", "Madiun", "Sidoarjo", "Pasuruan"),
    capital="Surabaya",
)
"""East Java, whose stories have ids of their own."""

BY_NAME: dict[str, Country] = {country.name: country for country in COUNTRIES}


_BORDERS = (
    ("China", "Mongolia"), ("China", "Vietnam"), ("China", "Laos"), ("China", "Nepal"), ("India", "Bangladesh"),
    ("India", "Nepal"), ("Pakistan", "China"), ("Malaysia", "Thailand"), ("Thailand", "Laos"), ("Thailand", "Kamboja"),
    ("Vietnam", "Laos"), ("Vietnam", "Kamboja"), ("Turki", "Georgia"), ("Azerbaijan", "Georgia"), ("Kazakhstan", "Uzbekistan"),
    ("Arab Saudi", "Yordania"), ("Arab Saudi", "Qatar"), ("Arab Saudi", "Oman"), ("Irak", "Yordania"), ("Irak", "Turki"),
    ("Kenya", "Ethiopia"), ("Kenya", "Tanzania"), ("Tanzania", "Mozambik"), ("Afrika Selatan", "Mozambik"),
    ("Prancis", "Spanyol"), ("Spanyol", "Portugal"), ("Prancis", "Belgia"), ("Jerman", "Austria"), ("Swiss", "Italia"),
    ("Swedia", "Norwegia"), ("Polandia", "Jerman"), ("Amerika Serikat", "Meksiko"), ("Amerika Serikat", "Kanada"),
    ("Argentina", "Chile"), ("Peru", "Kolombia"), ("Brasil", "Argentina"), ("Peru", "Brasil"), ("Rusia", "Georgia"), ("Rusia", "Kazakhstan"),
)  # fmt: skip
_INLAND_CITIES = frozenset(
    {
        "Adana", "Arequipa", "Cali", "Chiang Mai", "Cusco", "Gaziantep", "Guadalajara", "Hamilton",
        "Hat Yai", "Ipoh", "Khon Kaen", "Kisumu", "Luxor", "Marrakesh", "Medellin", "Milan",
        "Monterrey", "Nakuru", "Turin",
    }
)  # fmt: skip
_BESIDE: dict[str, list[str]] = {}
for _one, _other in _BORDERS:
    _BESIDE.setdefault(_one, []).append(_other)
    _BESIDE.setdefault(_other, []).append(_one)
BORDERED: tuple[str, ...] = tuple(sorted(_BESIDE))
"""Countries that share a land border with another one of the table."""


def cities(country: Country, *, coastal: bool) -> tuple[str, ...]:
    """Return its cities, or those by the sea."""
    return tuple(city for city in country.cities if not (coastal and city in _INLAND_CITIES))


def borders(country: Country) -> tuple[Country, ...]:
    """Return the countries across its land borders."""
    return tuple(BY_NAME[name] for name in _BESIDE[country.name])


def neighbours(country: Country) -> tuple[Country, ...]:
    """Return the other countries of its region, or any others where it has the region alone."""
    near = tuple(c for c in COUNTRIES if c.region == country.region and c.name != country.name)
    return near or tuple(c for c in COUNTRIES if c.name != country.name)
