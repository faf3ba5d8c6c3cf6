package dev.cadastre.server.web.page.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.Refusal;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.server.change.asking.Ask;
import dev.cadastre.server.change.running.RunChoice;
import dev.cadastre.server.change.running.RunStory;
import dev.cadastre.server.web.page.Frame;
import dev.cadastre.server.web.page.Wording;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the pages of runs show of large, waiting and hostile ones. */
class RunTemplatesTest {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    RunTemplatesTest.class.getClassLoader(),
                    "dev.cadastre.server.web.generated");
    private static final Wording NOW = new Wording(SampleRun.NOON.plusSeconds(120));
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private static String rendered(String template, Object page) {
        StringOutput output = new StringOutput();
        ENGINE.render(
                template + ".jte", Map.of("frame", frame(), "wording", NOW, "page", page), output);
        return output.toString();
    }

    private static Frame frame() {
        return new Frame("shop", "runs", "", "anna", true, false, "token", false, null);
    }

    private static RunPage page(SampleRun run, List<RunOffer> offers, List<Ask> asks) {
        RunStory story = run.story();
        return new RunPage(
                story,
                run.matrix(),
                RunTrouble.of(story.lanes()),
                RunQuestions.of(story.questions()),
                asks,
                offers,
                RunTale.of(run.entries()),
                true);
    }

    private static RunOffer offer(RunRequest request, @Nullable Refusal refusal) {
        return RunOffer.of(new RunChoice(request, refusal));
    }

    private static long count(String page, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(page).results().count();
    }

    @Test
    void threeHundredHostsByThirtyStepsAreOneBoundedPage() {
        SampleRun run = SampleRun.of(300, 30);
        for (int host = 1; host <= 300; host++) {
            run.ended(SampleRun.host(host), SampleRun.step(1), Status.OK, true, "");
        }
        run.ended("web250", SampleRun.step(2), Status.FAILED, false, "no space left on device");

        String page = rendered("run/page", page(run, List.of(), List.of()));

        assertThat(page)
                .hasSizeLessThan(450_000)
                .contains("300 hosts")
                .doesNotContain("300 places");
        assertThat(count(page, "<td class=\"pending\">")).isEqualTo(300 * 29 - 1);
        assertThat(count(page, "<td class=\"changed\">C</td>")).isEqualTo(300);
        assertThat(count(page, "<td class=\"failed\">F</td>")).isEqualTo(1);
        assertThat(page.indexOf("id=\"at-web250\"")).isLessThan(page.indexOf("id=\"at-web001\""));
        assertThat(page)
                .contains("no space left on device", "role=\"grid\"", "aria-rowcount=\"301\"")
                .contains("failed 1", "300 done, and changed something");
    }

    @Test
    void whatMayNotBeAskedNowIsToldWithTheReasonAndHasNoButton() {
        RunPage page =
                page(
                        SampleRun.of(1, 1),
                        List.of(
                                offer(new RunRequest.Halt(), null),
                                offer(
                                        new RunRequest.Undo(),
                                        new Refusal("run.going-on", "the run is going on"))),
                        List.of());

        String shown = rendered("run/page", page);

        assertThat(shown)
                .contains("value=\"HALT\"", "<dt>Undo</dt><dd>The run is going on.</dd>")
                .doesNotContain("value=\"UNDO\"");
        assertThat(rendered("run/page", page(SampleRun.of(1, 1), List.of(), List.of())))
                .contains("You may look at it")
                .doesNotContain("/requests");
    }

    @Test
    void whatIsWaitedForCanBeGiven() {
        List<Ask> asks = List.of(new Ask(1, Ask.Kind.SECRET, "sudo", true, List.of(), "", null));
        RunPage page = page(SampleRun.of(1, 1), List.of(offer(new RunRequest.Halt(), null)), asks);

        assertThat(rendered("run/page", page))
                .contains("The secret “sudo”", "type=\"password\"", "The one before was wrong")
                .contains("/runs/7/secrets");
    }

    @Test
    void whatHostsAndChangesSayIsTextAndNeverMarkup() {
        JobLine job = SampleRun.job("copy", At.REMOTE);
        SampleRun run =
                SampleRun.of(List.of("web1"), List.of(job))
                        .ended("web1", "copy", Status.FAILED, true, HOSTILE, HOSTILE)
                        .finished(Status.FAILED, HOSTILE);
        RunStory story = run.story();
        Cell cell = Objects.requireNonNull(story.view().cell("copy", Place.host("web1")));
        CellPage told =
                new CellPage(
                        story.run(),
                        job,
                        Place.host("web1"),
                        CellState.FAILED,
                        cell,
                        Objects.requireNonNull(story.lanes().getFirst().undone().get("copy")),
                        HOSTILE + "\u001b[31m",
                        false,
                        null,
                        List.of(),
                        false);

        List<String> pages =
                List.of(
                        rendered("run/page", page(run, List.of(), List.of())),
                        rendered("run/cell", told),
                        rendered(
                                "run/place",
                                PlacePage.of(story.run(), story.lanes().getFirst(), List.of(job))),
                        rendered(
                                "run/step",
                                StepPage.of(story.run(), job, story.lanes(), List.of())));

        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(page).contains("&lt;img src=x").doesNotContain("<img src=x"));
    }
}
