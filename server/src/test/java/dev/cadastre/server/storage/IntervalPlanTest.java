package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class IntervalPlanTest {

    @Test
    void endsWhatIsNotWantedAndLeavesAloneWhatIsAlike() {
        IntervalPlan plan =
                IntervalPlan.between(
                        Map.of("gone", "1", "other", "1", "same", "1"),
                        Map.of("new", "1", "other", "2", "same", "1"));

        assertThat(plan.ending()).containsExactlyInAnyOrder("gone", "other");
        assertThat(plan.beginning()).isEqualTo(Map.of("new", "1", "other", "2"));
    }

    @Property(tries = 300)
    void turnsWhatIsOpenIntoWhatIsWanted(
            @ForAll
                    Map<@StringLength(max = 1) @CharRange(from = 'a', to = 'f') String, Boolean>
                            before,
            @ForAll
                    Map<@StringLength(max = 1) @CharRange(from = 'a', to = 'f') String, Boolean>
                            after) {
        Map<String, String> open = text(before);
        Map<String, String> wanted = text(after);
        IntervalPlan plan = IntervalPlan.between(open, wanted);

        Map<String, String> result = new HashMap<>(open);
        result.keySet().removeAll(plan.ending());
        plan.beginning().forEach((key, value) -> assertThat(result.put(key, value)).isNull());

        assertThat(result).isEqualTo(wanted);
        assertThat(plan.changes().none()).isEqualTo(open.equals(wanted));
    }

    private static Map<String, String> text(Map<String, Boolean> values) {
        Map<String, String> text = new HashMap<>();
        values.forEach((key, value) -> text.put(key, value.toString()));
        return text;
    }
}
