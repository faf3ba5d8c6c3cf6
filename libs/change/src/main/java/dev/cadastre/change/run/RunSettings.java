package dev.cadastre.change.run;

/**
 * How a change is run. Immutable.
 *
 * @param strategy how hosts follow one another
 * @param order whether hosts wait for each other at each job
 * @param failuresAllowed how many hosts may fail; when one more does, nothing new is begun
 * @param atOnce the most steps that run at one time
 * @param approval whether a second person has to approve it before it begins
 */
public record RunSettings(
        Strategy strategy, Order order, int failuresAllowed, int atOnce, boolean approval) {

    /** The most steps that run at one time, unless something else is asked for. */
    public static final int USUALLY_AT_ONCE = 50;

    /** The most steps that can be asked to run at one time. */
    public static final int MOST_AT_ONCE = 1000;

    /** All hosts at once, each at its own pace, stopping at the first failure. */
    public static final RunSettings USUAL =
            new RunSettings(new Strategy.All(), Order.HOST_FIRST, 0, USUALLY_AT_ONCE, false);

    /** Whether hosts wait for each other. */
    public enum Order {
        /** Each host goes on as soon as it can; what was begun goes before what was not. */
        HOST_FIRST,
        /** A job begins when the one before it is done on all hosts. */
        STEP_FIRST
    }

    /** Checks it. */
    public RunSettings {
        if (failuresAllowed < 0) {
            throw new IllegalArgumentException("fewer failures than none: " + failuresAllowed);
        }
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "1 to %d steps run at one time, not %d".formatted(MOST_AT_ONCE, atOnce));
        }
    }

    /** The same with another strategy. */
    public RunSettings with(Strategy other) {
        return new RunSettings(other, order, failuresAllowed, atOnce, approval);
    }

    /** The same with another order. */
    public RunSettings with(Order other) {
        return new RunSettings(strategy, other, failuresAllowed, atOnce, approval);
    }

    /** The same with so many failures allowed. */
    public RunSettings allowing(int failures) {
        return new RunSettings(strategy, order, failures, atOnce, approval);
    }

    /** The same with so many steps at one time. */
    public RunSettings atOnce(int steps) {
        return new RunSettings(strategy, order, failuresAllowed, steps, approval);
    }

    /** The same, begun only when a second person has approved it. */
    public RunSettings approved() {
        return new RunSettings(strategy, order, failuresAllowed, atOnce, true);
    }
}
