package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.acceptance.Browser.Look;
import dev.cadastre.acceptance.MarkdownBlocks.Block;
import dev.cadastre.acceptance.recording.AnimatedSvg;
import dev.cadastre.acceptance.recording.Cast;
import dev.cadastre.acceptance.recording.Exchange;
import dev.cadastre.acceptance.recording.Pace;
import dev.cadastre.acceptance.recording.Scene;
import dev.cadastre.acceptance.recording.TerminalShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The manual's demonstration is played at a terminal as it stands there, each heading a scene: its
 * commands end as it says, and print what it shows. Without {@code -Dcadastre.soak=true} the scenes
 * that deploy are left out. With {@code -Dcadastre.screenshots=true} besides, the recording is
 * kept.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemonstrationTest {

    private static final String CHAPTER = "34-demonstration.md";
    private static final String TITLE = "Cadastre in three minutes";
    private static final double SECONDS = 180;
    private static final int COLUMNS = 110;
    private static final int ROWS = 30;

    /** Where the chapter's server is. */
    private static final String URL = "http://localhost:7780";

    private static final int WIDE = 1280;

    private static final String SHOWN = "sh demonstration";
    private static final String NO = SHOWN + " exits 1";
    private static final String UNSEEN = SHOWN + " unseen";
    private static final String HOSTS = SHOWN + " hosts";
    private static final String SHELL = "-- bash";

    /** What is seen of the picture where nothing moves. */
    private static final String STILL = "What is installed where?";

    /** Those that take minutes. */
    private static final List<String> LONG =
            List.of(
                    "A site and its database, out of parcels",
                    "The map that nobody drew",
                    "The database dies",
                    "Up again",
                    "An edit by hand, and what becomes of it");

    private static final boolean WHOLE = Boolean.getBoolean("cadastre.soak");
    private static final Path CAST = Programs.CHECKOUT.resolve("docs/demonstration/terminal.cast");
    private static final Path PICTURE = Programs.CHECKOUT.resolve("docs/images/demonstration.svg");

    @TempDir private Path folder;

    @Test
    @Order(1)
    void isPlayedAsTheManualTells() throws IOException {
        List<Block> blocks = MarkdownBlocks.ofChapter(CHAPTER);
        assertThat(titles(blocks)).containsAll(LONG);
        List<Scene> scenes = new ArrayList<>();
        try (TerminalShell shell = open(blocks)) {
            byHeading(blocks)
                    .forEach((heading, below) -> {
                        if (WHOLE || !LONG.contains(heading)) {
                            play(shell, heading, below, scenes);
                        }
                    });
            if (WHOLE) {
                look(shell);
            }
        }
        if (WHOLE && Screenshots.ARE_TAKEN) {
            Cast cast = Pace.record(COLUMNS, ROWS, TITLE, scenes, SECONDS);
            Files.writeString(CAST, cast.text());
            Files.writeString(PICTURE, AnimatedSvg.draw(Cast.read(cast.text()), STILL));
        }
    }

    /** Else somebody has changed the chapter, and not run docs/demonstration/make. */
    @Test
    @Order(2)
    void isWhatTheRecordingShows() throws IOException {
        Cast cast = Cast.read(Files.readString(CAST));
        List<Block> blocks = MarkdownBlocks.ofChapter(CHAPTER);

        assertThat(cast.titles()).isEqualTo(titles(blocks));
        assertThat(cast.seconds()).isBetween(SECONDS - 10, SECONDS + 10);
        assertThat(Pace.typed(cast))
                .filteredOn(line -> !line.startsWith("#"))
                .isEqualTo(
                        blocks.stream()
                                .filter(DemonstrationTest::isShown)
                                .flatMap(block -> block.text().lines())
                                .toList());
        assertThat(Files.readString(PICTURE)).isEqualTo(AnimatedSvg.draw(cast, STILL));
    }

    private TerminalShell open(List<Block> blocks) {
        String hosts = MarkdownBlocks.hosts(blocks, HOSTS);
        assertThat(hosts).contains(SHELL);
        return TerminalShell.open(
                Programs.CHECKOUT, folder, hosts.replace(SHELL, "-- sh %s"), COLUMNS, ROWS);
    }

    private static Map<String, List<Block>> byHeading(List<Block> blocks) {
        Map<String, List<Block>> byHeading = new LinkedHashMap<>();
        for (Block block : blocks) {
            byHeading.computeIfAbsent(block.heading(), _ -> new ArrayList<>()).add(block);
        }
        return byHeading;
    }

    private static boolean isShown(Block block) {
        return block.language().equals(SHOWN) || block.language().equals(NO);
    }

    private static List<String> titles(List<Block> blocks) {
        return blocks.stream()
                .filter(DemonstrationTest::isShown)
                .map(Block::heading)
                .distinct()
                .toList();
    }

    /** The page of the tour that shows what has been deployed. */
    private void look(TerminalShell shell) throws IOException {
        String link = Exchange.plain(List.of(shell.type("cadastre login --link 2>&-"))).strip();
        try (Browser browser = Browser.signedInBy(link, folder.resolve("profile"))) {
            browser.open(URL + "/apps/guestbook@qa");
            assertThat(browser.text("main"))
                    .contains("database.password", "(secret)", "postgresql@qa", "haproxy@qa");
            for (Look look : Look.values()) {
                Path picture = browser.picture("tour-app", look, WIDE);
                Screenshots.keep(picture, "tour-app-" + look.name().toLowerCase(Locale.ROOT));
                assertThat(browser.overflow()).isZero();
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void play(
            TerminalShell shell, String heading, List<Block> below, List<Scene> scenes) {
        List<Exchange> exchanges = new ArrayList<>();
        if (below.stream().anyMatch(DemonstrationTest::isShown)) {
            exchanges.add(shell.type("# " + heading));
        }
        String printed = "";
        for (Block block : below) {
            switch (block.language()) {
                case SHOWN, NO -> {
                    List<Exchange> lines = type(shell, block);
                    exchanges.addAll(lines);
                    printed = Exchange.plain(lines);
                }
                case UNSEEN -> type(shell, block);
                case "" -> Excerpt.assertSaid(block, printed);
                default -> {}
            }
        }
        if (!exchanges.isEmpty()) {
            scenes.add(new Scene(heading, exchanges));
        }
    }

    private static List<Exchange> type(TerminalShell shell, Block block) {
        List<Exchange> exchanges = new ArrayList<>();
        int wanted = block.language().equals(NO) ? 1 : 0;
        for (String line : block.text().lines().toList()) {
            Exchange exchange = shell.type(line);
            exchanges.add(exchange);
            assertThat(exchange.status())
                    .as("%s: %s\n%s", block.place(), line, Exchange.plain(exchanges))
                    .matches(status -> status.isEmpty() || status.equals(OptionalInt.of(wanted)));
        }
        return exchanges;
    }
}
