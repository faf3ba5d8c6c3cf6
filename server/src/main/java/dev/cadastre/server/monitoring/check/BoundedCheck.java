package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.dispatch.outgoing.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Keeps a look within its time. It goes on a virtual thread of its own, since an interrupt closes
 * whatever socket such a thread waits for: no peer, however it trickles, can hold it, and no timer
 * has to be kept beside each read and write.
 */
final class BoundedCheck implements Check {

    private final CheckKind kind;
    private final Look look;
    private final LongSupplier ticker;
    private final Secrets secrets;

    BoundedCheck(CheckKind kind, Look look, LongSupplier ticker, Secrets secrets) {
        this.kind = kind;
        this.look = look;
        this.ticker = ticker;
        this.secrets = secrets;
    }

    @Override
    public PluginResult run(Duration limit) {
        Course course = new Course(limit, ticker, secrets);
        FutureTask<PluginResult> task = new FutureTask<>(() -> look.look(course));
        Thread.ofVirtual().name("check-" + kind).start(task);
        try {
            return shown(task.get(course.left().toNanos(), TimeUnit.NANOSECONDS), course);
        } catch (TimeoutException e) {
            return late(limit, course);
        } catch (ExecutionException e) {
            return shown(failed(Objects.requireNonNullElse(e.getCause(), e), course), course);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure(PluginState.UNKNOWN, "it was stopped", "It is checked again later.");
        } finally {
            task.cancel(true);
        }
    }

    private PluginResult late(Duration limit, Course course) {
        return failure(
                PluginState.CRITICAL,
                "not done within " + Shown.seconds(limit) + ", while " + course.step(),
                "See why it is slow, or give it more time.");
    }

    private PluginResult failed(Throwable cause, Course course) {
        return switch (cause) {
            case CheckFailure failure ->
                    failure(failure.state(), failure.reason(), failure.remedy());
            case IOException broken ->
                    failure(
                            PluginState.CRITICAL,
                            "broken off while " + course.step() + ": " + said(broken),
                            "See what answers there.");
            case InterruptedException _ ->
                    failure(PluginState.UNKNOWN, "it was stopped", "It is checked again later.");
            // Of a parser, ours or a library's, that what came was too strange for.
            case RuntimeException strange ->
                    failure(
                            PluginState.UNKNOWN,
                            "what came while " + course.step() + " is not understood: " + strange,
                            "See what answers there, and report this.");
            default -> throw new IllegalStateException("A check failed", cause);
        };
    }

    private static String said(IOException broken) {
        return Objects.requireNonNullElse(broken.getMessage(), broken.getClass().getSimpleName());
    }

    private PluginResult failure(PluginState state, String reason, String remedy) {
        Findings findings = new Findings();
        findings.found(state, reason);
        findings.detail(remedy);
        return findings.result(kind, "");
    }

    private static PluginResult shown(PluginResult result, Course course) {
        return new PluginResult(
                result.state(),
                result.cause().map(course::withoutSecrets),
                course.withoutSecrets(result.text()),
                course.withoutSecrets(result.longText()),
                result.metrics(),
                result.problems());
    }
}
