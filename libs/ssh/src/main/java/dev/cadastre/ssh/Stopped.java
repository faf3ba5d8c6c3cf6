package dev.cadastre.ssh;

/** Carries the result of a connection that could not be made up to the run that wanted it. */
final class Stopped extends Exception {
    private final transient RunResult.Failed result;

    Stopped(RunResult.Failed result) {
        super(result.code(), null, false, false);
        this.result = result;
    }

    RunResult.Failed result() {
        return result;
    }
}
