package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.inventory.HostDifference.Change;
import dev.cadastre.server.timeline.NewEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChangeTextTest {

    @Test
    void namesTheFirstChangesAndCountsAll() {
        ChangeText text =
                text(
                        List.of(
                                line(Change.CHANGED, "openssl", "3.0.16-1", "3.0.17-1"),
                                line(Change.CHANGED, "curl", "1", "2"),
                                line(Change.ADDED, "nginx", null, "1.26"),
                                line(Change.REMOVED, "apache2", "2.4", null)));

        assertThat(text.summary())
                .isEqualTo(
                        "2 packages changed: openssl 3.0.16-1 → 3.0.17-1, curl 1 → 2;"
                                + " 1 package added: nginx 1.26; 1 package removed: apache2 2.4");
        assertThat(text.change().changed()).isEqualTo(2);
    }

    @Test
    void listsABoundedNumberAndSaysHowManyMore() {
        ChangeText text = text(many("x", 1_000));

        JsonNode detail = StateJson.read(text.detail(), JsonNode.class);

        assertThat(detail.get("items").size()).isEqualTo(ChangeText.LISTED);
        assertThat(detail.get("more").asInt()).isEqualTo(1_000 - ChangeText.LISTED);
        assertThat(detail.get("added").asInt()).isEqualTo(1_000);
        assertThat(text.summary()).endsWith("…");
    }

    @Test
    void staysWithinTheLimitOfEventsWhateverAHostSends() {
        ChangeText text = text(many("\u0001".repeat(10_000), 1_000));

        assertThat(text.detail().length()).isLessThanOrEqualTo(NewEvent.DETAIL_LIMIT);
        assertThat(text.summary().length()).isLessThan(1_000);
    }

    private static List<ChangeText.Line> many(String value, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(Change.ADDED, i + value, null, value))
                .toList();
    }

    private static ChangeText text(List<ChangeText.Line> lines) {
        return new ChangeText("packages.changed", "package", "packages", lines);
    }

    private static ChangeText.Line line(
            Change change, String name, @Nullable String from, @Nullable String to) {
        return new ChangeText.Line(change, name, from, to, Map.of());
    }
}
