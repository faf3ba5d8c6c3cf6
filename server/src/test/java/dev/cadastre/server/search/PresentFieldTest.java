package dev.cadastre.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.query.Field;
import dev.cadastre.query.Fields;
import dev.cadastre.query.Names;
import dev.cadastre.query.Parsed;
import dev.cadastre.query.Query;
import dev.cadastre.query.QueryLanguage;
import dev.cadastre.query.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class PresentFieldTest {

    private static final Instant INSTANT = Instant.parse("2026-01-02T03:04:05Z");
    private static final Field FIELD = Field.named("mood", "how it is").withNames(Names.OPEN);
    private static final QueryField MOODS =
            new PresentField(FIELD, "moods") {
                @Override
                protected Map<String, RoaringBitmap> byValue() {
                    return Map.of(
                            "good", RoaringBitmap.bitmapOf(1, 2),
                            "grim", RoaringBitmap.bitmapOf(2, 3),
                            "bad", RoaringBitmap.bitmapOf(4));
                }
            };

    private static Query.Match match(String text) {
        Parsed parsed = new QueryLanguage(Fields.of(FIELD)).parse(text);
        return (Query.Match) ((Parsed.Complete) parsed).query();
    }

    private static QueryMoment moment(@Nullable Instant at) {
        return new QueryMoment(at, INSTANT);
    }

    private static int[] found(String text) {
        return MOODS.matching(match(text), moment(null)).toArray();
    }

    private static List<String> offered(String prefix, RoaringBitmap visible) {
        return MOODS.values(new Wanted.NameOf(FIELD, null, prefix), visible);
    }

    @Test
    void findsWhatHasOneOfTheValuesNow() {
        assertThat(found("mood:good")).containsExactly(1, 2);
        assertThat(found("mood:bad,grim")).containsExactly(2, 3, 4);
        assertThat(found("mood:g*")).containsExactly(1, 2, 3);
        assertThat(found("mood:none")).isEmpty();
    }

    @Test
    void refusesToTellWhatWas() {
        assertThatThrownBy(() -> MOODS.matching(match("mood:good"), moment(INSTANT)))
                .isInstanceOf(QueryRefused.class)
                .hasMessageContaining("query.now-only")
                .hasMessageContaining("moods are known for now only");
    }

    @Test
    void offersOnlyWhatTheReaderMaySeeOnSomeHost() {
        assertThat(offered("g", RoaringBitmap.bitmapOf(2))).containsExactly("good", "grim");
        assertThat(offered("g", RoaringBitmap.bitmapOf(3, 4))).containsExactly("grim");
        assertThat(offered("", RoaringBitmap.bitmapOf())).isEmpty();
    }

    @Test
    void dividesTheHostsOfNowOnly() {
        Division division = new Division(FIELD, null, null);

        assertThat(MOODS.divide(division, moment(null)).orElseThrow())
                .containsOnlyKeys("good", "grim", "bad");
        assertThat(MOODS.divide(division, moment(INSTANT))).isEmpty();
    }
}
