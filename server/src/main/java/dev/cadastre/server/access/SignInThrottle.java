package dev.cadastre.server.access;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow. Some failures are free; each further one doubles the time during which
 * attempts are refused unseen. It is counted for an account from an address, for an address, and,
 * with more patience, for an account, which its owner is thereby not easily kept out of.
 * Thread-safe.
 */
@Component
class SignInThrottle {

    private static final int MOST_COUNTED = 10_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    /** Something that failures are counted for. */
    private record Counted(String key, int free) {}

    private record Failures(int count, Instant last, Instant refusedUntil) {}

    private final Clock clock;

    /** In the order of last use, so that those forgotten for lack of room are the idle ones. */
    private final Map<String, Failures> failures =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > MOST_COUNTED;
                }
            };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks for an attempt, and counts it as a failure until {@link #succeeded} says otherwise, so
     * that many at once are not all let through.
     *
     * @return zero if the attempt may be made, else how long to wait
     */
    synchronized Duration attempt(String account, String address) {
        Instant now = clock.instant();
        List<Counted> all = counted(account, address);
        Duration wait =
                all.stream()
                        .map(counted -> remaining(counted.key(), now))
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        if (wait.isZero()) {
            all.forEach(counted -> count(counted, now));
        }
        return wait;
    }

    /**
     * Takes back what the last attempt counted, and forgives the account at that address. What was
     * counted before for the address as a whole stays: one good account does not open the others.
     */
    synchronized void succeeded(String account, String address) {
        List<Counted> all = counted(account, address);
        failures.remove(all.getFirst().key());
        Instant now = clock.instant();
        all.stream()
                .skip(1)
                .forEach(counted ->
                        failures.computeIfPresent(
                                counted.key(),
                                (_, known) -> new Failures(known.count() - 1, now, now)));
    }

    private Duration remaining(String key, Instant now) {
        Failures known = failures.get(key);
        return known == null || !known.refusedUntil().isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, known.refusedUntil());
    }

    private void count(Counted counted, Instant now) {
        Failures before = failures.get(counted.key());
        boolean fresh = before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now);
        int count = fresh || before == null ? 1 : before.count() + 1;
        failures.put(
                counted.key(),
                new Failures(count, now, now.plus(waitAfter(count - counted.free()))));
    }

    private static Duration waitAfter(int beyondFree) {
        if (beyondFree < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyondFree, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static List<Counted> counted(String account, String address) {
        String network = network(address);
        return List.of(
                new Counted("both " + network + " " + account, 5),
                new Counted("address " + network, 20),
                new Counted("account " + account, 100));
    }

    /** One customer has at least a /64 of IPv6 addresses, so that they count as one. */
    private static String network(String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
    }
}
