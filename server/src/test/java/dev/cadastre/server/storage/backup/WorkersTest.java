package dev.cadastre.server.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void doAllInTheirOrderWhereOneWorksAtATime() throws IOException {
        List<Integer> done = new ArrayList<>();

        Workers.run(
                IntStream.range(0, 9).<Workers.Work>mapToObj(i -> () -> done.add(i)).toList(), 1);

        assertThat(done).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    /** Each ends only after the other has begun. */
    @Test
    void workAtOnce() throws IOException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);

        Workers.run(List.of(() -> meet(first, second), () -> meet(second, first)));

        assertThat(first.getCount() + second.getCount()).isZero();
    }

    private static void meet(CountDownLatch mine, CountDownLatch other) throws IOException {
        mine.countDown();
        try {
            other.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void beginNothingAfterAFailureAndTellIt() {
        AtomicInteger done = new AtomicInteger();
        List<Workers.Work> works = new ArrayList<>();
        works.add(done::incrementAndGet);
        works.add(() -> {
            throw new IOException("the disk is full");
        });
        works.addAll(
                IntStream.range(0, 100)
                        .<Workers.Work>mapToObj(_ -> done::incrementAndGet)
                        .toList());

        assertThatThrownBy(() -> Workers.run(works, 1))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");

        assertThat(done).hasValue(1);
    }

    @Test
    void haveNothingToDo() throws IOException {
        Workers.run(List.of());
    }
}
