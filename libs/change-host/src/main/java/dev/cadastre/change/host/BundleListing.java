package dev.cadastre.change.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a host says as its bundles are listed, passed on or filled. It comes from the host, and may
 * be anything. Not thread-safe.
 */
final class BundleListing implements Trip.Handler {

    private static final int MOST_BUNDLES = 1000;
    private static final int MOST_AT_WORK = 1000;
    private static final int MOST_STRAY = 500;

    private final List<Found> found = new ArrayList<>();
    private final List<String> put = new ArrayList<>();
    private final BoundedBytes stray =
            new BoundedBytes(MOST_STRAY, MOST_STRAY, new ByteRoom(2 * MOST_STRAY));
    private final BundleContent content;
    private boolean isContent;
    private @Nullable String refused;
    private @Nullable String done;

    private static final class Found {
        final String name;
        final LockText lock = new LockText();
        List<Integer> atWork = List.of();

        Found(String name) {
            this.name = name;
        }
    }

    /** Nothing yet; files that are passed on are taken by the content. */
    BundleListing(BundleContent content) {
        this.content = content;
    }

    @Override
    public void record(boolean isError, String kind, String text) {
        switch (kind) {
            case "bundle" -> {
                if (found.size() < MOST_BUNDLES) {
                    found.add(new Found(text));
                }
            }
            case "lock" -> last().lock.add(text);
            case "busy" -> last().atWork = numbers(text);
            case "content" -> isContent = true;
            case "content-end" -> {
                isContent = false;
                content.end(text);
            }
            case "put" -> put.add(text);
            case "refused" -> refused = refused == null ? text : refused;
            case "done" -> done = text;
            default -> {
                // What is not known changes no decision.
            }
        }
    }

    /** What is told before any bundle is named belongs to none. */
    private Found last() {
        return found.isEmpty() ? new Found("") : found.get(found.size() - 1);
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> word.matches("[0-9]{1,6}"))
                .limit(MOST_AT_WORK)
                .map(Integer::valueOf)
                .toList();
    }

    @Override
    public void text(boolean isError, byte[] bytes) {
        if (isContent && !isError) {
            content.add(bytes);
        } else {
            stray.add(bytes, 0, bytes.length);
        }
    }

    /** Those with a name that bundles can have. */
    List<HeldBundle> bundles(String folder) {
        return found.stream()
                .filter(one -> HostPrograms.isName(one.name))
                .map(one ->
                        new HeldBundle(
                                one.name, folder + "/" + one.name, one.lock.lock(), one.atWork))
                .toList();
    }

    /** What was put, by path. */
    List<String> put() {
        return List.copyOf(put);
    }

    /** A code, a blank and a reason; null if nothing was refused. */
    @Nullable String refused() {
        return refused;
    }

    /** What it came to in the end; null if it did not. */
    @Nullable String done() {
        return done;
    }

    /** What was printed by whatever else, such as the login shell or tar. */
    String stray() {
        return new String(stray.bytes(), StandardCharsets.UTF_8);
    }
}
