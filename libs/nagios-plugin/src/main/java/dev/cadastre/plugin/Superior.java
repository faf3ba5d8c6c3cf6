package dev.cadastre.plugin;

/** Whoever may end what this process may not, such as programs that became root by sudo. */
interface Superior {
    /** For a process above which there is none. */
    Superior NONE = _ -> false;

    /** Has it end all of a group that this process started; false if there is none to ask. */
    boolean end(int group);
}
