package dev.cadastre.server.storage.upkeep;

import java.util.List;

/** A bean with one scheduled method, which forgets what is past its time. */
@FunctionalInterface
public interface RetentionJob {

    /** What it forgets, and after how long. */
    List<Kept> kept();
}
