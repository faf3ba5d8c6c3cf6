package dev.cadastre.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on many hosts side by side. */
final class AtOnce {
    private AtOnce() {}

    /** The results in the order of the tasks; all tasks have ended, also when some have failed. */
    static <T> List<T> perform(List<Callable<T>> tasks) {
        // Starting and ending a host wait for the kernel more than they compute.
        int threads = 8 * Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            return results(workers.invokeAll(tasks));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while hosts were starting or ending", e);
        }
    }

    private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException {
        List<T> results = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause() == null ? e : e.getCause());
            }
        }
        if (!failures.isEmpty()) {
            throw all(failures);
        }
        return results;
    }

    private static LabException all(List<Throwable> failures) {
        StringBuilder message = new StringBuilder();
        failures.forEach(failure -> message.append(failure.getMessage()).append('\n'));
        LabException exception =
                new LabException(message.toString().stripTrailing(), failures.getFirst());
        failures.stream().skip(1).forEach(exception::addSuppressed);
        return exception;
    }
}
