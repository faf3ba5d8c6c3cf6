package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ManualPagesTest {

    private static final Map<String, String> PAGES = ManualPages.pages();

    @Test
    void areOneOfTheCommandAndOneOfEachVerbThatIsShown() {
        assertThat(PAGES)
                .containsKeys("cadastre", "cadastre-up", "cadastre-host", "cadastre-config")
                .doesNotContainKey("cadastre-complete-query");
        PAGES.keySet().stream()
                .filter(name -> !name.equals("cadastre"))
                .forEach(name ->
                        assertThat(PAGES.get("cadastre"))
                                .contains("\\fB" + name.replace("-", "\\-") + "\\fR(1)"));
    }

    @Test
    void sayWhatTheVerbSaysOfItselfWithTheVerbsBelowIt() {
        assertThat(PAGES.get("cadastre-host"))
                .startsWith(".TH CADASTRE\\-HOST 1 ")
                .contains(
                        ".SH SYNOPSIS",
                        "\\fB\\-\\-search\\fR \\fITEXT\\fR",
                        ".SH CADASTRE HOST ADD",
                        ".BR cadastre (1)");
        assertThat(PAGES.get("cadastre"))
                .contains(".SH EXIT STATUS", "3\nthe server is out of reach");
    }

    @Test
    void haveNoLineThatTroffWouldTakeForARequestOfItsOwn() {
        PAGES.forEach((name, page) ->
                assertThat(
                                page.lines()
                                        .filter(line ->
                                                line.startsWith(".") || line.startsWith("'")))
                        .as(name)
                        .allMatch(line -> line.matches("\\.(TH|SH|PP|TP|BR|nf|fi)( .*)?")));
    }
}
