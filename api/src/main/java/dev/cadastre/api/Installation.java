package dev.cadastre.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the installation is.
 *
 * @param items what is wrong, the worst first
 * @param growth what takes how much room
 * @param upkeep what keeps it from growing for ever
 */
public record Installation(List<Finding> items, Growth growth, Upkeep upkeep) {

    /** Copies the list. */
    public Installation {
        items = List.copyOf(items);
    }

    /**
     * What takes how much room.
     *
     * @param at when that was measured
     * @param tables with their indexes and partitions, the largest first
     * @param folders those of the home, the largest first
     * @param disk the disk below the home
     */
    public record Growth(Instant at, List<Taken> tables, List<Taken> folders, Disk disk) {

        /** Copies the lists. */
        public Growth {
            tables = List.copyOf(tables);
            folders = List.copyOf(folders);
        }
    }

    /**
     * What one of them takes.
     *
     * @param name of the table with its part, {@code timeline.event}, or of the folder
     * @param bytes how much it takes
     * @param perDay how much more it takes each day, over the last two weeks at most; absent before
     *     it was watched for a day
     */
    public record Taken(String name, long bytes, @Nullable Long perDay) {}

    /**
     * A disk.
     *
     * @param bytes how large it is
     * @param free how much of it the server can still use
     * @param perDay how much less that gets each day; absent before it was watched for a day
     * @param fullAt when nothing is left, if that goes on; absent where that is not to be seen
     */
    public record Disk(long bytes, long free, @Nullable Long perDay, @Nullable Instant fullAt) {}

    /**
     * What keeps the register from growing for ever.
     *
     * @param jobs that forget what is past its time
     * @param months that tables are divided into, by which the past is dropped
     * @param tables how well their room is used, those with the most deleted rows first
     */
    public record Upkeep(List<Job> jobs, List<Months> months, List<Table> tables) {

        /** Copies the lists. */
        public Upkeep {
            jobs = List.copyOf(jobs);
            months = List.copyOf(months);
            tables = List.copyOf(tables);
        }
    }

    /**
     * A job that forgets what is past its time, as far as the server knows since it has started.
     *
     * @param name of the job
     * @param kept what it forgets, and after how long
     * @param lastAt when it last began; absent if it has not since the server started
     * @param outcome how that ended
     * @param problem what went wrong; absent unless it failed
     * @param nextAt when it begins next
     */
    public record Job(
            String name,
            List<Kept> kept,
            @Nullable Instant lastAt,
            Outcome outcome,
            @Nullable String problem,
            @Nullable Instant nextAt) {

        /** Copies the list. */
        public Job {
            kept = List.copyOf(kept);
        }

        /** How a job ended. */
        public enum Outcome {
            /** It has not begun since the server started. */
            NONE,
            /** It is at work. */
            RUNNING,
            /** It has done what was due. */
            DONE,
            /** It has failed, and is tried again when it is due next. */
            FAILED
        }
    }

    /**
     * How long something is kept.
     *
     * @param what as people speak of it
     * @param days how many; absent for ever
     */
    public record Kept(String what, @Nullable Long days) {}

    /**
     * The months that a table is divided into.
     *
     * @param table with its part
     * @param count how many there are
     * @param oldest the first, {@code 2026-11}; absent if there is none
     * @param newest the last; absent if there is none
     * @param nextFrom from when on the month after that is made; absent if there is none
     */
    public record Months(
            String table,
            int count,
            @Nullable String oldest,
            @Nullable String newest,
            @Nullable Instant nextFrom) {}

    /**
     * How well the room of a table is used.
     *
     * @param name of the table with its part, its months counted in
     * @param rows how many there are, as PostgreSQL estimates
     * @param dead how many are deleted, and take room until it is vacuumed
     * @param bytes what the rows take, without indexes
     * @param spare about how much of that is free within the table; absent before PostgreSQL has
     *     looked at it
     * @param vacuumedAt when it was last vacuumed, by itself or by somebody; absent if never
     */
    public record Table(
            String name,
            long rows,
            long dead,
            long bytes,
            @Nullable Long spare,
            @Nullable Instant vacuumedAt) {}
}
