package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final int MANY = 100_000;

    @Test
    void begunAreSoManyAndTheOthersInOrder() {
        Turns turns = new Turns(2);
        List<String> begun = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            turns.take(() -> begun.add(name));
        }

        assertThat(begun).containsExactly("a", "b");
        turns.giveBack();
        assertThat(begun).containsExactly("a", "b", "c");
        turns.giveBack();
        turns.giveBack();
        turns.take(() -> begun.add("e"));
        turns.take(() -> begun.add("f"));
        assertThat(begun).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void manyMayGiveTheirTurnBackAtOnce() {
        Turns turns = new Turns(1);
        AtomicInteger begun = new AtomicInteger();
        turns.take(() -> {
            for (int i = 0; i < MANY; i++) {
                turns.take(() -> {
                    begun.incrementAndGet();
                    turns.giveBack();
                });
            }
        });
        assertThat(begun.get()).isZero();
        turns.giveBack();

        assertThat(begun.get()).isEqualTo(MANY);
    }

    @Test
    void neverMoreThanSoManyOfManyThreads() {
        Turns turns = new Turns(3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 10_000; i++) {
                threads.execute(() ->
                        turns.take(() -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            threads.execute(() -> {
                                now.decrementAndGet();
                                done.incrementAndGet();
                                turns.giveBack();
                            });
                        }));
            }
            while (done.get() < 10_000) {
                Thread.onSpinWait();
            }
        }

        assertThat(most.get()).isBetween(1, 3);
    }
}
