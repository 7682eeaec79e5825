"""Stories of the English edition from Indonesia."""

from newscrawl.replica.scenario import Scenario

SCENARIOS = (
    Scenario(
        topic="economy",
        section="Business",
        language="en",
        countries=("Indonesia",),
        speaker=("Head of the {kota} Trade Office", "Chairperson of the {kota} Cooperative"),
        second=("an economist at the University of {kota}", "an exporter based in {ibu_kota}"),
        numbers={"exhibitors": (60, 900), "tons": (30, 4_600), "billion": (4, 240)},
        words={"product": ("coffee", "woven cloth", "palm sugar", "spices", "rattan furniture")},
        headlines=(
            "{kota} exports {tons} tons of {product}",
            "{exhibitors} small businesses showcase {product} in {kota}",
        ),
        ledes=(
            "The city of {kota} [exported|shipped] {tons} tons of {product} to buyers abroad on {hari}.",
            "As many as {exhibitors} small businesses [took part|joined] in an exhibition of {product} in {kota} on {hari}.",
        ),
        quotes=(
            "Buyers want honest products and neat packaging",
            "Our members learned to sell online last year",
            "A business license now takes a single day",
        ),
        facts=(
            "Transactions are [expected|projected] to reach Rp{billion} billion.",
            "Free packaging courses are [offered|held] until {nanti}.",
            "The port handled its first direct shipment to {tetangga} in {bulan}.",
        ),
        reported=(
            "raw materials remained the main obstacle",
            "demand in {kawasan} was [recovering|rising]",
        ),
        second_quotes=("Better roads bring better prices", "Quality is what makes them come back"),
        background=("A similar exhibition will be held in another city next month.",),
        subheads=("Packaging courses",),
        captions=("Visitors look at products at an exhibition", "Workers load goods at the port"),
        tags=("export", "{product}", "small businesses"),
    ),
    Scenario(
        topic="culture",
        section="Lifestyle",
        language="en",
        countries=("Indonesia",),
        speaker=("Head of the {kota} Culture Office", "Festival director in {kota}"),
        second=("a dancer from {kota}", "a visitor from {ibu_kota_tetangga}"),
        numbers={"artists": (80, 2_400), "visitors": (3_000, 96_000), "stages": (3, 14)},
        words={"art": ("shadow puppetry", "batik", "bamboo music", "traditional dance")},
        headlines=(
            "{kota} festival of {art} draws {visitors} visitors",
            "{artists} artists perform at {art} festival in {kota}",
        ),
        ledes=(
            "A festival of {art} [opened|began] in {kota} on {hari} with {artists} artists on {stages} stages.",
            "Some {visitors} visitors [attended|watched] the opening of a festival of {art} in {kota} on {hari}.",
        ),
        quotes=(
            "Tradition stays alive when children find it fun",
            "Each village brings its own pattern and its own story",
            "We invited masters and beginners to share one stage",
        ),
        facts=(
            "Workshops for pupils are [held|given] every morning until {nanti}.",
            "Troupes from {tetangga} [joined|also performed] for the first time.",
            "All {stages} stages are lit by solar lamps.",
        ),
        reported=(
            "young people made up half of the audience",
            "hotels in the city were fully booked",
        ),
        second_quotes=("I came for a day and stayed for a week", "The drums are heard across the river"),
        background=("The festival has been held every year since {tahun_lalu}.",),
        subheads=("Workshops for pupils",),
        captions=("Artists perform on the main stage", "Children try their hand at a workshop"),
        tags=("culture", "{art}", "{kota_kecil}"),
    ),
    Scenario(
        topic="transport",
        section="National",
        language="en",
        countries=("Indonesia",),
        speaker=("Transportation Minister", "Head of the {kota} Port Authority"),
        second=("a ferry passenger", "Chairperson of the shipowners' association in {kota}"),
        numbers={"passengers": (9_000, 420_000), "ships": (8, 96), "officers": (120, 3_800)},
        words={"means": ("ferry", "train", "electric bus")},
        headlines=(
            "New {means} service links {kota} and {ibu_kota}",
            "{kota} expects {passengers} passengers on new {means} route",
        ),
        ledes=(
            "A new {means} service that will carry {passengers} passengers a year [started|was launched] in {kota} on {hari}.",
            "The government [opened|inaugurated] a {means} route from {kota} to {ibu_kota} on {hari}.",
        ),
        quotes=(
            "Tickets cost less than a meal, so everybody can travel",
            "Safety comes first, then speed",
            "Islands need bridges, and this service is one of them",
        ),
        facts=(
            "A total of {officers} officers [assist|guide] travelers at the terminals.",
            "Departures are [every two hours|hourly] until {nanti}, when a night service begins.",
            "The vehicles were assembled at home with parts from {tetangga}.",
        ),
        reported=(
            "{ships} ships still served the old route",
            "bookings for the first week had [sold out|closed]",
        ),
        second_quotes=("I can visit my mother and be home for dinner", "The old route took a whole night"),
        background=("The number of travelers has grown since {tahun_lalu}.",),
        subheads=("Night service",),
        captions=("Passengers board at the terminal", "Officers help passengers with their luggage"),
        tags=("transportation", "{means}", "{kota_kecil}"),
    ),
)  # fmt: skip
