package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.telling.Unreached;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of all that was sent of an incident. Pure.
 *
 * @param all in the order in which they were made
 */
record Attempts(List<Attempt> all) {

    /** Nothing was given up. */
    static final Attempts NONE = new Attempts(List.of());

    Attempts {
        all = List.copyOf(all);
    }

    /**
     * One delivery.
     *
     * @param notice the id of the notice
     * @param said what came of the last try; null if there was none
     */
    record Attempt(
            long notice, String team, Address address, DeliveryState state, @Nullable String said) {

        private boolean is(DeliveryState other) {
            return state == other;
        }
    }

    /** Whether an address was told of the incident, with or without success. */
    boolean isTold(Address address) {
        return all.stream().anyMatch(one -> one.address().equals(address));
    }

    /** Whether the last that ended at an address was given up. */
    boolean isGivenUp(Address address) {
        return Boolean.TRUE.equals(givenUp().get(address));
    }

    /** Whether something was sent, and the last that ended at every address was given up. */
    boolean nobodyHears() {
        return !all.isEmpty() && !givenUp().containsValue(false);
    }

    private Map<Address, Boolean> givenUp() {
        Map<Address, Boolean> last = new LinkedHashMap<>();
        for (Attempt one : all) {
            if (one.is(DeliveryState.WAITING)) {
                last.putIfAbsent(one.address(), false);
            } else {
                last.put(one.address(), one.is(DeliveryState.FAILED));
            }
        }
        return last;
    }

    /**
     * Whether somebody heard of a notice, or may well: what waits to be tried where something else
     * was given up is no reason for hope.
     */
    boolean isHeard(long notice) {
        Map<Address, Boolean> givenUp = givenUp();
        return all.stream()
                .filter(one -> one.notice() == notice)
                .anyMatch(one ->
                        one.is(DeliveryState.DELIVERED)
                                || (one.is(DeliveryState.WAITING)
                                        && Boolean.FALSE.equals(givenUp.get(one.address()))));
    }

    /** The teams that did not hear of a notice by any of their ways. */
    List<Unreached> unreached(long notice) {
        Map<String, Attempt> last = new LinkedHashMap<>();
        all.stream()
                .filter(one -> one.notice() == notice)
                .forEach(one ->
                        last.merge(
                                one.team(),
                                one,
                                (before, next) -> before.is(DeliveryState.FAILED) ? next : before));
        return last.values().stream()
                .filter(one -> one.is(DeliveryState.FAILED))
                .map(one -> new Unreached(one.team(), Objects.requireNonNullElse(one.said(), "")))
                .toList();
    }
}
