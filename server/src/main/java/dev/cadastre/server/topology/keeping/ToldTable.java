package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.storage.Intervals;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what people or tools said of assets, in the table and in memory. Thread-safe. */
@Component
public class ToldTable {

    private final Intervals intervals;
    private final ToldBook book;

    ToldTable(Intervals intervals, ToldBook book) {
        this.intervals = intervals;
        this.book = book;
    }

    /** Makes this what is said from now on; what does not stand ends. In a turn. */
    public void put(Map<Integer, Told> told, Instant now) {
        List<Map.Entry<Integer, Told>> all = List.copyOf(told.entrySet());
        change(
                all.stream().map(Map.Entry::getKey).toList(),
                all.stream()
                        .map(one -> one.getValue().stands() ? MapJson.write(one.getValue()) : null)
                        .toArray(String[]::new),
                now);
        MapTurn.afterCommit(() ->
                told.forEach((number, said) -> {
                    if (said.stands()) {
                        book.put(number, said);
                    } else {
                        book.forget(number);
                    }
                }));
    }

    /** Ends what is said of assets. */
    void end(Collection<Integer> numbers, Instant now) {
        change(numbers, new String[numbers.size()], now);
        MapTurn.afterCommit(() -> numbers.forEach(book::forget));
    }

    private void change(Collection<Integer> numbers, @Nullable String[] values, Instant now) {
        if (numbers.isEmpty()) {
            return;
        }
        String[] keys = new String[numbers.size()];
        Arrays.fill(keys, Told.KEY);
        intervals.changeAll(
                AssetTable.STATES,
                numbers.stream().mapToLong(Integer::longValue).toArray(),
                keys,
                values,
                now);
    }
}
