package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.resolution.Search.TooMany;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Statements of which some say yes and some no, so that of each clause one is as the clause wants
 * it, and of each group of statements at most one is true: found by deciding, drawing all
 * consequences, and learning from each contradiction a clause that keeps it from coming again
 * (CDCL). A literal is twice the number of the statement, and one more if it is denied. Not
 * thread-safe.
 */
final class Clauses {

    private static final int UNKNOWN = -1;

    private final int[] group;
    private final int[][] groups;
    private final byte[] values;
    private final int[] levels;
    private final int[] @Nullable [] reasons;
    private final List<List<int[]>> watches = new ArrayList<>();
    private final int[] trail;
    private final int[] levelStarts;
    private int trailSize;
    private int propagated;
    private int level;
    private boolean contradictory;

    /** With the statements of each group, which are all there are. */
    Clauses(int[] group, int[][] groups) {
        int statements = group.length;
        this.group = group;
        this.groups = groups;
        this.values = new byte[2 * statements];
        this.levels = new int[statements];
        this.reasons = new int[statements][];
        this.trail = new int[statements];
        this.levelStarts = new int[statements + 1];
        Arrays.fill(values, (byte) UNKNOWN);
        for (int i = 0; i < 2 * statements; i++) {
            watches.add(new ArrayList<>());
        }
    }

    static int yes(int statement) {
        return 2 * statement;
    }

    static int no(int statement) {
        return 2 * statement + 1;
    }

    boolean isTrue(int literal) {
        return values[literal] == 1;
    }

    boolean isFalse(int literal) {
        return values[literal] == 0;
    }

    /** Adds a clause, before anything is decided. */
    void add(int... clause) {
        if (clause.length == 0) {
            contradictory = true;
        } else if (clause.length == 1) {
            contradictory |= !assign(clause[0], null);
        } else {
            watch(clause);
        }
    }

    private void watch(int[] clause) {
        watches.get(clause[0] ^ 1).add(clause);
        watches.get(clause[1] ^ 1).add(clause);
    }

    private boolean assign(int literal, int @Nullable [] reason) {
        if (values[literal] != UNKNOWN) {
            return values[literal] == 1;
        }
        values[literal] = 1;
        values[literal ^ 1] = 0;
        levels[literal >> 1] = level;
        reasons[literal >> 1] = reason;
        trail[trailSize++] = literal;
        return true;
    }

    /**
     * Decides until all is said.
     *
     * @param next the literal to decide for; -1 if there is nothing left
     * @param mostConflicts after how many contradictions it gives up
     * @return whether there is an answer, which {@link #isTrue} then tells
     */
    boolean solve(IntSupplier next, int mostConflicts) throws TooMany {
        int conflicts = 0;
        while (!contradictory) {
            int[] conflict = propagate();
            if (conflict != null) {
                if (level == 0) {
                    return false;
                }
                if (++conflicts > mostConflicts) {
                    throw new TooMany();
                }
                learn(conflict);
                continue;
            }
            int decision = next.getAsInt();
            if (decision < 0) {
                return true;
            }
            levelStarts[level++] = trailSize;
            assign(decision, null);
        }
        return false;
    }

    /** Draws all consequences; the clause that cannot hold, or null if there is none. */
    private int @Nullable [] propagate() {
        while (propagated < trailSize) {
            int literal = trail[propagated++];
            int[] conflict = (literal & 1) == 0 ? excludeOthers(literal) : null;
            if (conflict == null) {
                conflict = visit(literal);
            }
            if (conflict != null) {
                return conflict;
            }
        }
        return null;
    }

    private int @Nullable [] excludeOthers(int literal) {
        for (int other : groups[group[literal >> 1]]) {
            if (other != literal >> 1 && values[no(other)] != 1) {
                int[] reason = {no(other), literal ^ 1};
                if (!assign(no(other), reason)) {
                    return reason;
                }
            }
        }
        return null;
    }

    private int @Nullable [] visit(int literal) {
        List<int[]> watching = watches.get(literal);
        int kept = 0;
        int[] conflict = null;
        for (int i = 0; i < watching.size(); i++) {
            int[] clause = watching.get(i);
            if (conflict != null || !moved(clause, literal ^ 1)) {
                watching.set(kept++, clause);
                if (conflict == null && !assign(clause[0], clause)) {
                    conflict = clause;
                }
            }
        }
        watching.subList(kept, watching.size()).clear();
        return conflict;
    }

    /** Whether another literal of the clause is watched instead of one that became false. */
    private boolean moved(int[] clause, int isFalse) {
        if (clause[0] == isFalse) {
            clause[0] = clause[1];
            clause[1] = isFalse;
        }
        if (values[clause[0]] == 1) {
            return false;
        }
        for (int i = 2; i < clause.length; i++) {
            if (values[clause[i]] != 0) {
                clause[1] = clause[i];
                clause[i] = isFalse;
                watches.get(clause[1] ^ 1).add(clause);
                return true;
            }
        }
        return false;
    }

    /** Goes back to where what was learnt has a consequence, and draws it. */
    private void learn(int[] conflict) {
        int[] learnt = resolved(conflict);
        int latest = 1;
        for (int i = 2; i < learnt.length; i++) {
            latest = levels[learnt[i] >> 1] > levels[learnt[latest] >> 1] ? i : latest;
        }
        if (learnt.length == 1) {
            goBack(0);
        } else {
            int other = learnt[latest];
            learnt[latest] = learnt[1];
            learnt[1] = other;
            goBack(levels[other >> 1]);
            watch(learnt);
        }
        assign(learnt[0], learnt);
    }

    /** The clause of which but one literal, the first, belongs to the last decision. */
    private int[] resolved(int[] conflict) {
        boolean[] seen = new boolean[levels.length];
        List<Integer> earlier = new ArrayList<>();
        int open = 0;
        int at = trailSize;
        int[] clause = conflict;
        int literal = UNKNOWN;
        do {
            for (int other : clause) {
                int statement = other >> 1;
                if (other != literal && !seen[statement] && levels[statement] > 0) {
                    seen[statement] = true;
                    if (levels[statement] == level) {
                        open++;
                    } else {
                        earlier.add(other);
                    }
                }
            }
            do {
                literal = trail[--at];
            } while (!seen[literal >> 1]);
            open--;
            int[] reason = reasons[literal >> 1];
            clause = reason == null ? new int[0] : reason;
        } while (open > 0);
        int[] learnt = new int[earlier.size() + 1];
        learnt[0] = literal ^ 1;
        for (int i = 0; i < earlier.size(); i++) {
            learnt[i + 1] = earlier.get(i);
        }
        return learnt;
    }

    private void goBack(int to) {
        int start = levelStarts[to];
        while (trailSize > start) {
            int literal = trail[--trailSize];
            values[literal] = UNKNOWN;
            values[literal ^ 1] = UNKNOWN;
        }
        propagated = trailSize;
        level = to;
    }
}
