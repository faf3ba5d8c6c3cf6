package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.acceptance.Browser.Look;
import dev.cadastre.acceptance.MarkdownBlocks.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of parcels, with {@code -Dcadastre.soak=true}: every command of the manual's chapter
 * is typed into one shell as it stands there, what the chapter shows of its answer is in it, and
 * the pages that it has pictures of are looked at.
 */
@EnabledIfSystemProperty(named = "cadastre.soak", matches = "true")
class ParcelsExampleTest {

    private static final String CHAPTER = "26-parcels-example.md";
    private static final String HOSTS = "sh example hosts";
    private static final String EXAMPLE = "sh example";
    private static final String NO = "sh example exits 1";

    /** Where the chapter's server is. */
    private static final String URL = "http://localhost:7780";

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private @Nullable Browser browser;

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /**
     * A page that the chapter has a picture of.
     *
     * @param heading below which it is
     * @param name of the picture
     * @param path of the page, as the shell writes it out
     * @param ready what is there once the page is whole
     * @param says what is to be read on it
     */
    private record Shown(
            String heading, String name, String path, String ready, List<String> says, Look look) {}

    private static List<Shown> shown() {
        return List.of(
                new Shown(
                        "What is there now",
                        "parcels-map",
                        "/map?environment=qa",
                        ".map-bar[data-ready]",
                        List.of("haproxy", "guestbook", "postgresql"),
                        Look.LIGHT),
                new Shown(
                        "What is there now",
                        "parcels-app",
                        "/apps/guestbook@qa",
                        "table.parameters",
                        List.of("database.password", "(secret)", "postgresql@qa", "haproxy@qa"),
                        Look.DARK),
                new Shown(
                        "The database dies",
                        "parcels-incident",
                        "/incidents/$(cadastre incident list daemon:postgresql@db1"
                                + " --state unresolved -o names)",
                        "main h1",
                        List.of("Because of", "postgresql", "shop@example.com"),
                        Look.LIGHT));
    }

    @Test
    void isAsTheManualTells() throws IOException {
        List<Block> blocks = MarkdownBlocks.ofChapter(CHAPTER);
        assertThat(blocks).extracting(Block::heading).containsAll(headings());
        try (ExampleShell shell = ExampleShell.open(folder, MarkdownBlocks.hosts(blocks, HOSTS))) {
            String printed = "";
            for (Block block : blocks) {
                switch (block.language()) {
                    case EXAMPLE -> printed = shell.run(block.text(), 0);
                    case NO -> printed = shell.run(block.text(), 1);
                    case "" -> Excerpt.assertSaid(block, printed);
                    default -> {}
                }
                if (block.equals(lastBelow(block.heading(), blocks))) {
                    look(shell, block.heading());
                }
            }
        }
    }

    private static Block lastBelow(String heading, List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.heading().equals(heading))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static List<String> headings() {
        return shown().stream().map(Shown::heading).toList();
    }

    private void look(ExampleShell shell, String heading) throws IOException {
        List<Shown> pages =
                shown().stream().filter(page -> page.heading().equals(heading)).toList();
        if (pages.isEmpty()) {
            return;
        }
        Browser signedIn = browser == null ? signIn(shell) : browser;
        browser = signedIn;
        for (Shown page : pages) {
            look(signedIn, page, shell.run("echo \"%s\"\n".formatted(page.path()), 0).strip());
        }
        assertThat(signedIn.complaints()).isEmpty();
    }

    private Browser signIn(ExampleShell shell) {
        String link = shell.run("cadastre login --link 2>/dev/null\n", 0).strip();
        return Browser.signedInBy(link, folder.resolve("profile"));
    }

    private static void look(Browser browser, Shown page, String path) throws IOException {
        browser.open(URL + path);
        Waiting.until(
                PATIENCE,
                () ->
                        browser.has(page.ready())
                                && page.says().stream().allMatch(browser.text("main")::contains),
                () -> page + " is " + browser.text("body"));
        browser.picture(page.name(), page.look(), NARROW);
        assertThat(browser.overflow()).as(page.name()).isZero();
        Screenshots.keep(browser.picture(page.name(), page.look(), WIDE), page.name());
        assertThat(browser.overflow()).as(page.name()).isZero();
    }
}
