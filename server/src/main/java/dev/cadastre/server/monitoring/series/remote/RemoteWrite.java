package dev.cadastre.server.monitoring.series.remote;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.monitoring.series.SeriesFigures;
import dev.cadastre.server.monitoring.series.SeriesForm;
import dev.cadastre.server.monitoring.series.SeriesSample;
import dev.cadastre.server.monitoring.series.SeriesSamples;
import dev.cadastre.server.monitoring.series.SeriesSubject;
import dev.cadastre.server.monitoring.series.SeriesSubjects;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Series in a Prometheus-compatible store. What cannot be sent waits in memory, up to a bound; a
 * batch that the store does not take is tried again unless the store says that it never will.
 *
 * <p>Nothing happens by itself: one thread, {@link RemoteThread}, calls {@link #send}.
 */
public final class RemoteWrite implements SeriesForm, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RemoteWrite.class);
    private static final int MOST_RESULTS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TOO_MANY = 429;

    /** A result that waits. */
    private record Pending(long since, List<SeriesSample> samples) {}

    /** What was tried to be sent, and will be again. */
    private record Batch(List<Pending> results, HttpRequest request) {}

    private final RemoteStore store;
    private final SeriesSubjects subjects;
    private final Clock clock;
    private final LongSupplier ticker;
    private final RandomGenerator random;
    private final BlockingQueue<Pending> queue;
    private final HttpClient client;
    private final LongAdder stored = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private volatile @Nullable Batch batch;
    private int failures;
    private boolean refused;

    /**
     * Sends nothing yet.
     *
     * @param capacity how many results may wait
     * @param ticker nanoseconds that only grow
     */
    public RemoteWrite(
            RemoteStore store,
            SeriesSubjects subjects,
            int capacity,
            Clock clock,
            LongSupplier ticker,
            RandomGenerator random) {
        this.store = store;
        this.subjects = subjects;
        this.clock = clock;
        this.ticker = ticker;
        this.random = random;
        queue = new ArrayBlockingQueue<>(capacity);
        client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    @Override
    public void store(long monitor, Instant at, List<Metric> metrics) {
        Optional<SeriesSubject> subject = subjects.find(monitor);
        if (subject.isPresent() && !metrics.isEmpty()) {
            offer(SeriesSamples.values(subject.get(), at.toEpochMilli(), metrics));
        }
    }

    @Override
    public void state(long monitor, Instant at, PluginState state) {
        subjects.find(monitor)
                .ifPresent(subject ->
                        offer(List.of(SeriesSamples.state(subject, at.toEpochMilli(), state))));
    }

    private void offer(List<SeriesSample> samples) {
        if (!samples.isEmpty() && !queue.offer(new Pending(ticker.getAsLong(), samples))) {
            dropped.increment();
        }
    }

    /** What has been sent stays in the store, as long as the store keeps it. */
    @Override
    public void forget(long monitor) {}

    /**
     * Sends what waits, at most one batch.
     *
     * @param patience how long it waits for something, in milliseconds
     * @return how long to wait until it is called again
     */
    Duration send(long patience) throws InterruptedException {
        Batch current = batch;
        if (current == null) {
            current = next(patience);
            batch = current;
        }
        return current == null ? Duration.ZERO : send(current);
    }

    private @Nullable Batch next(long patience) throws InterruptedException {
        Pending first = queue.poll(patience, TimeUnit.MILLISECONDS);
        if (first == null) {
            return null;
        }
        List<Pending> results = new ArrayList<>();
        results.add(first);
        queue.drainTo(results, MOST_RESULTS - 1);
        List<SeriesSample> samples =
                results.stream().flatMap(result -> result.samples().stream()).toList();
        return new Batch(results, request(SnappyBlock.of(WriteRequest.of(samples))));
    }

    private Duration send(Batch current) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    client.send(current.request(), HttpResponse.BodyHandlers.ofString());
            return understand(answer, current);
        } catch (IOException e) {
            return later(
                    Optional.empty(), Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(store.url())
                        .timeout(PATIENCE)
                        .header("Content-Encoding", "snappy")
                        .header("Content-Type", "application/x-protobuf")
                        .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                        .header("User-Agent", "cadastre")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        store.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private Duration understand(HttpResponse<String> answer, Batch current) {
        int status = answer.statusCode();
        if (status >= 500 || status == TOO_MANY) {
            return later(answer.headers().firstValue("Retry-After"), "it answers " + status);
        }
        if (status / 100 == 2) {
            stored.add(current.results().size());
            sayWell();
        } else {
            lost.add(current.results().size());
            sayRefused(status, answer.body());
        }
        failures = 0;
        batch = null;
        return Duration.ZERO;
    }

    private Duration later(Optional<String> retryAfter, String why) {
        failed.increment();
        failures++;
        if (failures == 1) {
            log.warn("{} takes no values, which is tried again: {}", store, why);
        }
        return Backoff.delay(failures, retryAfter, clock.instant(), random);
    }

    private void sayWell() {
        if (failures > 0 || refused) {
            log.info("{} takes values again", store);
        }
        refused = false;
    }

    private void sayRefused(int status, String body) {
        if (!refused) {
            String said = body.strip().replaceAll("\\p{Cntrl}", " ");
            log.warn(
                    "{} refuses values, which are lost: it answers {}: {}",
                    store,
                    status,
                    said.substring(0, Math.min(200, said.length())));
        }
        refused = true;
    }

    @Override
    public SeriesFigures figures() {
        Batch current = batch;
        Pending oldest = current == null ? queue.peek() : current.results().getFirst();
        long waiting = (long) queue.size() + (current == null ? 0 : current.results().size());
        return new SeriesFigures(
                "remote write",
                stored.sum(),
                dropped.sum(),
                0,
                failed.sum(),
                lost.sum(),
                waiting,
                Duration.ofNanos(oldest == null ? 0 : ticker.getAsLong() - oldest.since()));
    }

    /** What waits is lost. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
