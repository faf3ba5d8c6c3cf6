package dev.cadastre.server.topology;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** What people or tools said of assets, in memory, by number. Thread-safe. */
@Component
class ToldBook {

    private final Map<Integer, Told> told = new ConcurrentHashMap<>();

    void put(int number, Told said) {
        told.put(number, said);
    }

    void forget(int number) {
        told.remove(number);
    }

    /** {@link Told#NOTHING} if nobody said anything. */
    Told of(int number) {
        return told.getOrDefault(number, Told.NOTHING);
    }

    Optional<String> owner(int number) {
        return Optional.ofNullable(of(number).ownerInForce());
    }

    void each(BiConsumer<Integer, Told> target) {
        told.forEach(target);
    }
}
