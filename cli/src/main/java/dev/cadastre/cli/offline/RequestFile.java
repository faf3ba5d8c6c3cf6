package dev.cadastre.cli.offline;

import dev.cadastre.change.run.RunRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Files by which one process asks another, which has the run's journal open, to end it. A file is
 * there for everybody who may write the journal and for nobody else, and stays if nobody looks.
 */
final class RequestFile implements AutoCloseable {

    private static final Map<String, RunRequest> REQUESTS =
            Map.of("halt", new RunRequest.Halt(), "stop", new RunRequest.Stop());

    private final Path folder;
    private final WatchService watch;
    private final Consumer<RunRequest> action;

    private RequestFile(Path folder, WatchService watch, Consumer<RunRequest> action) {
        this.folder = folder;
        this.watch = watch;
        this.action = action;
    }

    /** Whether one can ask for that. */
    static boolean takes(RunRequest request) {
        return REQUESTS.containsValue(request);
    }

    /** Asks whoever runs the run of a folder. */
    static void leave(Path folder, RunRequest request) throws IOException {
        for (Map.Entry<String, RunRequest> known : REQUESTS.entrySet()) {
            if (known.getValue().equals(request)) {
                Files.write(folder.resolve(known.getKey()), new byte[0]);
            }
        }
    }

    /**
     * Does what others ask for until it is closed; what was asked of whoever had the journal open
     * before is forgotten.
     */
    static RequestFile watch(Path folder, Consumer<RunRequest> action) throws IOException {
        for (String name : REQUESTS.keySet()) {
            Files.deleteIfExists(folder.resolve(name));
        }
        WatchService watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        RequestFile file = new RequestFile(folder, watch, action);
        Thread thread = new Thread(file::attend, "run-requests");
        thread.setDaemon(true);
        thread.start();
        return file;
    }

    private void attend() {
        try {
            // What was left before it was watched for is no event.
            take();
            while (true) {
                WatchKey key = watch.take();
                key.pollEvents();
                key.reset();
                take();
            }
        } catch (InterruptedException | ClosedWatchServiceException _) {
            // Nobody wants to know any more.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take() throws IOException {
        for (Map.Entry<String, RunRequest> known : REQUESTS.entrySet()) {
            if (Files.deleteIfExists(folder.resolve(known.getKey()))) {
                action.accept(known.getValue());
            }
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
