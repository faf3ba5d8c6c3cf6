package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

    @Test
    void writesAtOnceWhoIsAlone() {
        var group = new GroupCommit<Integer, String>(10, this::noted);

        assertThat(group.write(1)).isEqualTo("1 written");
        assertThat(group.write(2)).isEqualTo("2 written");
        assertThat(groups).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void writesTogetherThoseWhoCameWhileAGroupWasWritten() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        var group =
                new GroupCommit<Integer, String>(
                        10,
                        works -> {
                            begun.countDown();
                            awaitQuietly(goOn);
                            return noted(works);
                        });
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
            Future<String> first = threads.submit(() -> group.write(0));
            begun.await();
            List<Future<String>> others = new ArrayList<>();
            CountDownLatch asking = new CountDownLatch(5);
            for (int i = 1; i <= 5; i++) {
                int work = i;
                others.add(
                        threads.submit(() -> {
                            asking.countDown();
                            return group.write(work);
                        }));
            }
            asking.await();
            goOn.countDown();

            assertThat(first.get()).isEqualTo("0 written");
            for (int i = 1; i <= 5; i++) {
                assertThat(others.get(i - 1).get()).isEqualTo(i + " written");
            }
        }
        assertThat(groups.getFirst()).containsExactly(0);
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(6);
    }

    @Test
    void tellsEverybodyOfAGroupWhyItFailed() {
        var group =
                new GroupCommit<Integer, String>(
                        10,
                        _ -> {
                            throw new IllegalArgumentException("no room");
                        });

        assertThatThrownBy(() -> group.write(1)).hasMessage("no room");
    }

    @Test
    void goesOnAfterAGroupThatFailed() {
        var group =
                new GroupCommit<Integer, String>(
                        10,
                        works -> {
                            if (works.contains(1)) {
                                throw new IllegalArgumentException("no room");
                            }
                            return noted(works);
                        });

        assertThatThrownBy(() -> group.write(1)).hasMessage("no room");
        assertThat(group.write(2)).isEqualTo("2 written");
    }

    @Test
    void leavesNobodyWaitingWhereTheWriterDiesOrForgetsSomebody() {
        var dying =
                new GroupCommit<Integer, String>(
                        10,
                        _ -> {
                            throw new StackOverflowError("too deep");
                        });
        var forgetting = new GroupCommit<Integer, String>(10, _ -> List.of());

        assertThatThrownBy(() -> dying.write(1)).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> forgetting.write(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private List<String> noted(List<Integer> works) {
        groups.add(works);
        return works.stream().map(work -> work + " written").toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
