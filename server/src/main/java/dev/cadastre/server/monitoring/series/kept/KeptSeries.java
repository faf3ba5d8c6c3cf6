package dev.cadastre.server.monitoring.series.kept;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.monitoring.series.Series;
import dev.cadastre.server.monitoring.series.SeriesAnswer;
import dev.cadastre.server.monitoring.series.SeriesFigures;
import dev.cadastre.server.monitoring.series.SeriesForm;
import dev.cadastre.server.monitoring.series.SeriesLabel;
import dev.cadastre.server.monitoring.series.SeriesSubjects;
import dev.cadastre.server.monitoring.series.file.SeriesFiles;
import dev.cadastre.server.monitoring.series.file.SeriesThreads;
import dev.cadastre.server.monitoring.series.remote.RemoteStore;
import dev.cadastre.server.monitoring.series.remote.RemoteThread;
import dev.cadastre.server.monitoring.series.remote.RemoteWrite;
import dev.cadastre.server.storage.Home;
import dev.cadastre.server.storage.backup.KeptFiles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** Keeps series in files, and in a remote store if there is one. Before the start it knows none. */
@Service
@EnableConfigurationProperties(SeriesProperties.class)
class KeptSeries implements Series, KeptFiles, SmartLifecycle {

    private static final String FOLDER = "series";
    private static final String VARIABLE = "CADASTRE_SECRET_";

    private final Home home;
    private final SeriesProperties properties;
    private final SeriesSubjects subjects;
    private final Clock clock;
    private final Optional<RemoteStore> store;
    private volatile @Nullable Forms forms;

    /** What runs between start and stop. */
    private record Forms(
            SeriesFiles files,
            SeriesThreads threads,
            Optional<RemoteWrite> remote,
            Optional<RemoteThread> sender) {

        Stream<SeriesForm> all() {
            return Stream.concat(Stream.of(files), remote.stream());
        }

        void close() {
            threads.close();
            files.close();
            sender.ifPresent(RemoteThread::close);
            remote.ifPresent(RemoteWrite::close);
        }
    }

    /** Those who know monitors keep series themselves, so they are looked for when asked. */
    KeptSeries(
            Home home,
            SeriesProperties properties,
            ObjectProvider<SeriesSubjects> subjects,
            Clock clock,
            Environment environment) {
        this.home = home;
        this.properties = properties;
        this.clock = clock;
        Supplier<Optional<SeriesSubjects>> known =
                SingletonSupplier.of(() -> Optional.ofNullable(subjects.getIfAvailable()));
        this.subjects =
                monitor ->
                        Objects.requireNonNull(known.get())
                                .flatMap(subject -> subject.find(monitor));
        store = store(properties.remote(), environment);
    }

    private static Optional<RemoteStore> store(
            SeriesProperties.Remote remote, Environment environment) {
        if (remote.url() == null) {
            return Optional.empty();
        }
        if (remote.secret() == null) {
            return Optional.of(new RemoteStore(remote.url(), Optional.empty()));
        }
        String secret = environment.getProperty(VARIABLE + remote.secret());
        if (secret == null) {
            throw new IllegalArgumentException(
                    "[series] remote-secret-name names %s%s, and there is no such variable"
                            .formatted(VARIABLE, remote.secret()));
        }
        return Optional.of(
                RemoteStore.with(remote.url(), Optional.ofNullable(remote.user()), secret));
    }

    @Override
    public void start() {
        SeriesFiles files =
                new SeriesFiles(
                        home.folder(FOLDER),
                        subjects,
                        properties.gather(),
                        properties.queue(),
                        clock,
                        System::nanoTime);
        Optional<RemoteWrite> remote = store.map(this::remote);
        forms =
                new Forms(
                        files,
                        new SeriesThreads(files, properties.flush()),
                        remote,
                        remote.map(RemoteThread::new));
    }

    private RemoteWrite remote(RemoteStore to) {
        return new RemoteWrite(
                to,
                subjects,
                properties.queue(),
                clock,
                System::nanoTime,
                RandomGenerator.getDefault());
    }

    @Override
    public void stop() {
        Forms running = forms;
        forms = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return forms != null;
    }

    private Stream<SeriesForm> all() {
        Forms running = forms;
        return running == null ? Stream.empty() : running.all();
    }

    @Override
    public void store(long monitor, Instant at, List<Metric> metrics) {
        all().forEach(form -> form.store(monitor, at, metrics));
    }

    @Override
    public void state(long monitor, Instant at, PluginState state) {
        all().forEach(form -> form.state(monitor, at, state));
    }

    @Override
    public SeriesAnswer read(
            long monitor, Predicate<String> label, Instant from, Instant to, int points) {
        Forms running = forms;
        return running == null
                ? SeriesAnswer.NONE
                : running.files().read(monitor, label, from, to, points);
    }

    @Override
    public List<SeriesLabel> labels(long monitor) {
        Forms running = forms;
        return running == null ? List.of() : running.files().labels(monitor);
    }

    @Override
    public void forget(long monitor) {
        all().forEach(form -> form.forget(monitor));
    }

    @Override
    public Hold hold() {
        Forms running = forms;
        if (running == null) {
            throw new IllegalStateException("Series are kept from the start to the stop");
        }
        return new SeriesHold(running.files(), FOLDER);
    }

    @Override
    public List<SeriesFigures> figures() {
        return all().map(SeriesForm::figures).toList();
    }
}
