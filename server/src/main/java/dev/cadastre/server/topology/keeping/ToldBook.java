package dev.cadastre.server.topology.keeping;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** What people or tools said of assets, in memory, by number. Thread-safe. */
@Component
public class ToldBook {

    private final Map<Integer, Told> told = new ConcurrentHashMap<>();

    void put(int number, Told said) {
        told.put(number, said);
    }

    void forget(int number) {
        told.remove(number);
    }

    /** {@link Told#NOTHING} if nobody said anything. */
    public Told of(int number) {
        return told.getOrDefault(number, Told.NOTHING);
    }

    /** The team that people or tools name for an asset. */
    public Optional<String> owner(int number) {
        return Optional.ofNullable(of(number).ownerInForce());
    }

    /** All that anything was said of, by number. */
    public void each(BiConsumer<Integer, Told> target) {
        told.forEach(target);
    }
}
