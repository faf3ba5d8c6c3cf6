package dev.cadastre.versions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Maven's versions, after the version order specification in its POM reference and {@code
 * ComparableVersion} of Maven 3.9.
 *
 * <p>A version is a list of numbers and qualifiers; a hyphen, or a change between digits and
 * letters, begins a list in the list. Zeros and words for a release ({@code ga}, {@code final},
 * {@code release}) at the end of a list are left out. Qualifiers are, whatever their case: {@code
 * alpha}, {@code beta}, {@code milestone}, {@code rc} or {@code cr}, {@code snapshot}, nothing,
 * {@code sp}, then all others as text.
 *
 * <p>Maven's own comparison is not transitive: to it {@code 1-1} is newer than {@code 1}, and
 * {@code 1} newer than {@code 1.0.beta.1}, but {@code 1.0.beta.1} newer than {@code 1-1}. An order
 * has to leave it somewhere, and this one does so only there: where two versions part, one side of
 * what they have in common being older and the other not, that decides. So {@code 1.0.beta.1} is
 * older than {@code 1-1}. Numbers compare by value even when ten or more zeros lead, and only ASCII
 * digits are digits.
 *
 * <p>Any text that Maven admits as a version is one: what is not empty and has neither blanks,
 * control characters, nor any of {@code \ / : " < > | ? * [ ] ( ) { } ,}.
 */
final class MavenOrder extends VersionOrder<List<MavenItem>> {
    private static final String FORBIDDEN = "\\/:\"<>|?*[](){},";

    @Override
    @Nullable List<MavenItem> read(Cursor cursor) {
        String version = cursor.takeAll(MavenOrder::isAllowed);
        return cursor.isAtEnd() && !version.isEmpty()
                ? normal(new Items(version.toLowerCase(Locale.ROOT)).all())
                : null;
    }

    private static boolean isAllowed(int c) {
        return FORBIDDEN.indexOf(c) < 0
                && !Character.isISOControl(c)
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c);
    }

    /** Leaves out what is null at the end of its list, and says of each item what its tail is. */
    private static List<MavenItem> normal(List<MavenItem> items) {
        Deque<MavenItem> kept = new ArrayDeque<>();
        for (int i = items.size() - 1; i >= 0; i--) {
            MavenItem item = items.get(i);
            MavenItem following = kept.peekFirst();
            if (!item.isNull()) {
                kept.addFirst(item.before(0));
            } else if (following != null && following.lists() > 0) {
                kept.addFirst(kept.removeFirst().withMoreLists(item.lists()));
            } else if (following != null) {
                kept.addFirst(item.before(following.tail()));
            }
        }
        return List.copyOf(kept);
    }

    @Override
    int compare(List<MavenItem> a, List<MavenItem> b) {
        int length = Math.max(a.size(), b.size());
        for (int i = 0; i < length; i++) {
            int tail = tailAt(a, i);
            int byTail = Integer.compare(tail, tailAt(b, i));
            // Equal tails that are not 0: both sides have an item here.
            int order = byTail != 0 ? byTail : a.get(i).compareWith(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int tailAt(List<MavenItem> items, int index) {
        return index < items.size() ? items.get(index).tail() : 0;
    }

    /** Divides a version into its items. */
    private static final class Items {
        private final String version;
        private final List<MavenItem> items = new ArrayList<>();
        private int start;
        private int lists;
        private boolean digits;

        Items(String version) {
            this.version = version;
        }

        List<MavenItem> all() {
            for (int i = 0; i < version.length(); i++) {
                char c = version.charAt(i);
                if (c == '.' || c == '-') {
                    addUpTo(i);
                    start = i + 1;
                    lists += c == '-' ? 1 : 0;
                } else if (Ascii.isDigit(c) != digits) {
                    change(i);
                }
            }
            if (start < version.length()) {
                if (!digits) {
                    beginListUnlessEmpty();
                }
                addUpTo(version.length());
            }
            return items;
        }

        /** Ends an item where digits change to letters or back; nothing begins with an item. */
        private void change(int i) {
            if (start < i) {
                if (!digits) {
                    beginListUnlessEmpty();
                    add(MavenItem.qualifier(lists, version.substring(start, i), true));
                } else {
                    addUpTo(i);
                }
                start = i;
                lists++;
            }
            digits = !digits;
        }

        private void addUpTo(int end) {
            String text = version.substring(start, end);
            if (text.isEmpty()) {
                add(MavenItem.number(lists, "0"));
            } else if (digits) {
                add(MavenItem.number(lists, text));
            } else {
                add(MavenItem.qualifier(lists, text, false));
            }
        }

        /** A qualifier before digits or the end is as if a hyphen stood before it. */
        private void beginListUnlessEmpty() {
            if (lists == 0 && !items.isEmpty()) {
                lists = 1;
            }
        }

        private void add(MavenItem item) {
            items.add(item);
            lists = 0;
        }
    }
}
