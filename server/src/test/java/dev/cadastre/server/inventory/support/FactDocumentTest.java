package dev.cadastre.server.inventory.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.inventory.InvalidFeed;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactDocumentTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private static final String PYTHON =
            """
            {"schema_version": "1.2.0", "generated_at": "2026-04-04T21:58:26+00:00",
             "result": {"name": "python", "label": "Python", "releases": [
               {"name": "3.14", "releaseDate": "2025-10-07", "isLts": false, "isEol": false,
                "eolFrom": "2030-10-31", "latest": {"name": "3.14.4", "link": null}},
               {"name": "3.0", "releaseDate": "2008-12-03", "isEol": true, "eolFrom": null}]}}
            """;

    private static List<SupportFact> read(String text) {
        return FactDocument.read(text.getBytes(UTF_8), TODAY);
    }

    @Test
    void readsAProductOfEndOfLife() {
        assertThat(read(PYTHON))
                .containsExactly(
                        new SupportFact(
                                "python",
                                "3.14",
                                LocalDate.parse("2025-10-07"),
                                LocalDate.parse("2030-10-31"),
                                null,
                                false,
                                "3.14.4",
                                "https://endoflife.date/python",
                                LocalDate.parse("2026-04-04")),
                        new SupportFact(
                                "python",
                                "3.0",
                                LocalDate.parse("2008-12-03"),
                                null,
                                null,
                                true,
                                null,
                                "https://endoflife.date/python",
                                LocalDate.parse("2026-04-04")));
    }

    @Test
    void readsTheTablesOfDebianAndUbuntu() {
        List<SupportFact> debian =
                read(
                        """
                        version,codename,series,created,release,eol,eol-lts,eol-elts
                        6.0,Squeeze,squeeze,2009-02-14,2011-02-06,2014-05-31,2016-02-29
                        12,Bookworm,bookworm,2021-08-14,2023-06-10,2026-07-11,2028-06-30,2033-06-30
                        14,Forky,forky,2025-08-09
                        ,Sid,sid,1993-08-16
                        """);
        List<SupportFact> ubuntu =
                read(
                        """
                        version,codename,series,created,release,eol,eol-server,eol-esm,eol-legacy
                        22.04 LTS,Jammy,jammy,2021-10-14,2022-04-21,2027-06-01,2027-06-01,2032-04-21
                        """);

        assertThat(debian).extracting(SupportFact::cycle).containsExactly("6", "12");
        assertThat(debian.getLast().extendedEnds()).isEqualTo("2028-06-30");
        assertThat(ubuntu).extracting(SupportFact::cycle).containsExactly("22.04");
        assertThat(ubuntu.getFirst().ends()).isEqualTo("2027-06-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1.2.0\" | \"2.0.0\" | $.schema_version",
                "\"2030-10-31\" | \"soon\" | $.result.releases[0].eolFrom",
                "\"2030-10-31\" | \"+999999999-12-31\" | $.result.releases[0].eolFrom",
                "\"2030-10-31\" | 2030 | $.result.releases[0].eolFrom",
                "\"isEol\": true | \"isEol\": \"yes\" | $.result.releases[1].isEol",
                "\"3.0\" | \"3.14\" | python 3.14",
                "\"python\" | \"../x\" | $.result.name",
                "\"3.0\" | null | $.result.releases[1].name",
                "\"result\": | \"result\" | line 2"
            })
    void refusesTheWholeAndNamesThePlace(String right, String wrong, String place) {
        assertThatThrownBy(() -> read(PYTHON.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        InvalidFeed.class, feed -> assertThat(feed.place()).isEqualTo(place));
    }

    @Test
    void refusesWhatNestsWithoutEnd() {
        String deep =
                "{\"schema_version\": \"1.2.0\", \"result\": "
                        + "[".repeat(100)
                        + "]".repeat(100)
                        + "}";

        assertThatThrownBy(() -> read(deep)).isInstanceOf(InvalidFeed.class);
    }

    @Test
    void refusesATableWithADateThatIsNone() {
        assertThatThrownBy(
                        () -> read("version,series,release,eol,eol-lts\n12,x,2023-06-10,soon,\n"))
                .isInstanceOfSatisfying(
                        InvalidFeed.class, feed -> assertThat(feed.place()).isEqualTo("line 2"));
    }
}
