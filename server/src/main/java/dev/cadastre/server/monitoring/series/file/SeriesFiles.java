package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.monitoring.series.SeriesAnswer;
import dev.cadastre.server.monitoring.series.SeriesFigures;
import dev.cadastre.server.monitoring.series.SeriesForm;
import dev.cadastre.server.monitoring.series.SeriesLabel;
import dev.cadastre.server.monitoring.series.SeriesSubject;
import dev.cadastre.server.monitoring.series.SeriesSubjects;
import dev.cadastre.server.monitoring.series.archive.ArchivePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Series in round-robin files, which can be read. The methods without a lock of their own take that
 * of the monitor concerned, so that one slow file holds up nobody else.
 *
 * <p>Nothing happens by itself: {@link SeriesThreads} calls {@link #takeIn}, {@link #writeNext} and
 * {@link #keep}.
 */
public final class SeriesFiles implements SeriesForm, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SeriesFiles.class);

    /** Segments stay so long after all of them is in files, which reach the disk by then. */
    private static final long GRACE = Duration.ofMinutes(2).toNanos();

    private static final long LARGE_SEGMENT = 64 << 20;
    private static final int REMEMBERED = 10_000;
    private static final int MOST_POINTS = 10_000;

    /** Above this, results are written although they could wait for more. */
    private static final int PRESSURE = Intake.MOST_WAITING / 2;

    private final SeriesFolder folder;
    private final SeriesSubjects subjects;
    private final Clock clock;
    private final LongSupplier ticker;
    private final long gather;
    private final Counters counters = new Counters();
    private final WaitingLine line = new WaitingLine();
    private final Intake intake;
    private final Journal journal;
    private final Map<Duration, ArchivePlan> plans = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> forgotten = new ConcurrentLinkedQueue<>();
    private final Map<Long, MonitorFiles> remembered =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, MonitorFiles> eldest) {
                    return size() > REMEMBERED;
                }
            };
    private final AtomicInteger holds = new AtomicInteger();
    private volatile boolean hurrying;
    private long segmentBegun;
    private long released;

    /**
     * Takes up what a process before this one had taken in and not written.
     *
     * @param home a folder for nothing else
     * @param gather how long results wait to be written together
     * @param queue how many results may come at once
     * @param ticker nanoseconds that only grow
     */
    public SeriesFiles(
            Path home,
            SeriesSubjects subjects,
            Duration gather,
            int queue,
            Clock clock,
            LongSupplier ticker) {
        this.subjects = subjects;
        this.clock = clock;
        this.ticker = ticker;
        this.gather = gather.toNanos();
        folder = new SeriesFolder(home);
        intake = new Intake(queue, line, counters, ticker);
        try {
            journal = Journal.open(home.resolve("journal"), intake);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of series cannot be opened", e);
        }
        forgotten.addAll(intake.allForgotten());
        segmentBegun = ticker.getAsLong();
    }

    @Override
    public void store(long monitor, Instant at, List<Metric> metrics) {
        if (metrics.isEmpty()) {
            return;
        }
        long second = at.getEpochSecond();
        long now = clock.instant().getEpochSecond();
        if (second < 0 || second > now + MonitorFiles.FUTURE_SECONDS) {
            counters.refused.increment();
        } else {
            intake.offer(new Told(monitor, second, now, metrics));
        }
    }

    /** Files keep no states; their history is kept with the monitors. */
    @Override
    public void state(long monitor, Instant at, PluginState state) {}

    /** Takes in what has come, waiting for it for at most so many milliseconds. */
    void takeIn(long patience) throws InterruptedException {
        intake.turn(journal, patience);
    }

    /**
     * Writes what waits of the monitor that has waited longest, if it is its turn.
     *
     * @return whether it was
     */
    boolean writeNext() {
        long now = ticker.getAsLong();
        boolean pressed = hurrying || intake.waiting().get() > PRESSURE;
        Optional<WaitingLine.Turn> turn = line.next(pressed ? now : now - gather);
        turn.ifPresent(this::write);
        hurrying = hurrying && turn.isPresent();
        return turn.isPresent();
    }

    private void write(WaitingLine.Turn turn) {
        try {
            write(turn.waiting());
            line.done(turn);
            counters.written();
        } catch (IOException | RuntimeException e) {
            counters.writingFailed(e);
            line.again(turn, ticker.getAsLong());
        }
    }

    private void write(Waiting waiting) throws IOException {
        synchronized (waiting.files) {
            List<Reading> readings = waiting.take();
            Optional<SeriesSubject> subject = subjects.find(waiting.monitor());
            if (subject.isEmpty() && !waiting.isForgotten()) {
                intake.drop(waiting);
            }
            if (!readings.isEmpty() && subject.isPresent() && !waiting.isForgotten()) {
                long now = clock.instant().getEpochSecond();
                try {
                    ArchivePlan plan =
                            plans.computeIfAbsent(subject.get().interval(), ArchivePlan::of);
                    int refused = files(waiting.monitor()).write(readings, plan, now);
                    counters.refused.add(refused);
                    counters.stored.add(readings.size() - refused);
                } catch (IOException | RuntimeException e) {
                    remember(waiting.monitor(), null);
                    if (!waiting.putBack(readings)) {
                        intake.waiting().addAndGet(-readings.size());
                    }
                    throw e;
                }
            }
            intake.waiting().addAndGet(-readings.size());
        }
    }

    private MonitorFiles files(long monitor) throws IOException {
        MonitorFiles files;
        synchronized (remembered) {
            files = remembered.get(monitor);
        }
        if (files == null) {
            files = MonitorFiles.load(folder, monitor);
            remember(monitor, files);
        }
        return files;
    }

    private void remember(long monitor, @Nullable MonitorFiles files) {
        synchronized (remembered) {
            if (files == null) {
                remembered.remove(monitor);
            } else {
                remembered.put(monitor, files);
            }
        }
    }

    /** See {@link dev.cadastre.server.monitoring.series.Series#read}. */
    public SeriesAnswer read(
            long monitor, Predicate<String> label, Instant from, Instant to, int points) {
        if (!from.isBefore(to) || points < 1 || points > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "%d points from %s to %s".formatted(points, from, to));
        }
        Waiting waiting = intake.of(monitor);
        synchronized (waiting.files) {
            if (waiting.isForgotten()) {
                return SeriesAnswer.NONE;
            }
            try {
                write(waiting);
                return answer(monitor, label, from, to, points);
            } catch (IOException e) {
                throw new UncheckedIOException("The series of a monitor cannot be read", e);
            }
        }
    }

    private SeriesAnswer answer(
            long monitor, Predicate<String> label, Instant from, Instant to, int points)
            throws IOException {
        MonitorFiles files = files(monitor);
        for (int broken = files.count(); ; broken--) {
            try (MonitorAnswer answer = new MonitorAnswer(files, from, to, points)) {
                return new SeriesAnswer(answer.lines(label));
            } catch (UselessFile e) {
                if (broken == 0) {
                    throw e;
                }
                files.setAside(e);
            }
        }
    }

    /** See {@link dev.cadastre.server.monitoring.series.Series#labels}. */
    public List<SeriesLabel> labels(long monitor) {
        Waiting waiting = intake.of(monitor);
        synchronized (waiting.files) {
            try {
                write(waiting);
                return waiting.isForgotten() ? List.of() : files(monitor).told().labels();
            } catch (IOException e) {
                throw new UncheckedIOException("The series of a monitor cannot be read", e);
            }
        }
    }

    @Override
    public void forget(long monitor) {
        intake.forgotten(monitor);
        try {
            journal.forgotten(monitor);
        } catch (IOException e) {
            counters.writingFailed(e);
        }
        forgotten.add(monitor);
    }

    /** Removes the files of a monitor that was forgotten, if there is one. */
    boolean removeNext() {
        Long monitor = holds.get() > 0 ? null : forgotten.poll();
        if (monitor == null) {
            return false;
        }
        Waiting waiting = intake.of(monitor);
        synchronized (waiting.files) {
            remember(monitor, null);
            try {
                folder.delete(monitor);
            } catch (IOException e) {
                log.warn("The series of the forgotten monitor {} cannot be removed", monitor, e);
            }
        }
        intake.drop(waiting);
        return true;
    }

    /** Nothing is removed until the same is said with {@code false}, as often. */
    public void hold(boolean held) {
        holds.addAndGet(held ? 1 : -1);
    }

    /**
     * Copies the files of a monitor, with all that has been taken in of it.
     *
     * @return them by their paths below the folder of series; none if there are none
     */
    public Map<String, byte[]> copy(long monitor) throws IOException {
        Waiting waiting = intake.of(monitor);
        synchronized (waiting.files) {
            write(waiting);
            Map<String, byte[]> copies = folder.copy(monitor);
            if (copies.isEmpty()) {
                intake.drop(waiting);
            }
            return copies;
        }
    }

    /** How many monitors are known, those included of which nothing waits. */
    int known() {
        return intake.known();
    }

    /**
     * Has all that has been taken in written to files without waiting for more of it; {@link
     * #figures} tell when it is.
     */
    public void hurry() {
        hurrying = true;
    }

    /**
     * Has what was taken in reach the disk, and removes what the journal need not hold any more. To
     * be called as often as is the time that a failure of the machine may cost.
     */
    void keep() {
        try {
            long now = ticker.getAsLong();
            journal.force();
            if (now - segmentBegun >= Math.max(gather, GRACE) || journal.size() > LARGE_SEGMENT) {
                // What is in files by now has reached the disk when the next segment ends.
                journal.release(released);
                journal.rotate();
                released = line.neededSegment(journal.segment());
                segmentBegun = now;
            }
        } catch (IOException e) {
            counters.writingFailed(e);
        }
        counters.sayDropped();
    }

    @Override
    public SeriesFigures figures() {
        return new SeriesFigures(
                "files",
                counters.stored.sum(),
                counters.dropped.sum(),
                counters.refused.sum(),
                counters.failed.sum(),
                folder.setAsideCount(),
                intake.waiting().get() + intake.queued(),
                Duration.ofNanos(Math.max(0, line.longest(ticker.getAsLong()) - gather)));
    }

    /** Has the journal hold all that was taken in; what is not in files will be after a start. */
    @Override
    public void close() {
        try {
            while (intake.queued() > 0) {
                takeIn(0);
            }
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of series cannot be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
