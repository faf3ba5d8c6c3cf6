package dev.cadastre.change.run;

/** Watches a run. What it does must be quick, and it must not throw. */
public interface RunListener {

    /** Watches nothing. */
    RunListener NONE =
            new RunListener() {
                @Override
                public void wrote(RunEntry entry, RunView view) {}

                @Override
                public void printed(Step step, String text) {}
            };

    /**
     * An entry has been written. Called by one thread at a time, in order.
     *
     * @param view what is known by it and those written with it
     */
    void wrote(RunEntry entry, RunView view);

    /**
     * A step printed something; secrets in it are masked, and of too much the rest is left out.
     * Called by one thread at a time for each step.
     */
    void printed(Step step, String text);
}
