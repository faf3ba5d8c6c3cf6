package dev.cadastre.server.estate;

import java.util.Collection;
import java.util.List;

/** Tells what is wrong with monitors; implemented by the part that checks them. */
@FunctionalInterface
public interface MonitorCheck {

    /** Takes everything, where there is nobody to ask or it was checked before. */
    MonitorCheck NONE = (monitors, rules) -> List.of();

    /**
     * All that is wrong with these monitors and templates, which are all that there are.
     *
     * @param rules the names of the rules beside them
     */
    List<Fault> faults(Collection<DeclaredMonitor> monitors, Collection<String> rules);

    /**
     * Something wrong with a monitor, or to be known of it.
     *
     * @param monitor the monitor or template
     * @param key the key it is about; one that it does not have stands for the whole of it
     * @param message what is wrong
     * @param remedy what to write instead
     * @param takesOver whether nothing is wrong, but something that was said by API becomes the
     *     file's
     */
    record Fault(
            DeclaredMonitor monitor,
            String key,
            String message,
            String remedy,
            boolean takesOver) {}
}
