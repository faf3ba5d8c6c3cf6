package dev.cadastre.server.web.page;

import dev.cadastre.api.HostCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of hosts shows of its query.
 *
 * @param problems what is wrong with it, each in two lines: the query, and carets below the place
 * @param by by what the hosts are counted; empty if they are not
 * @param choices by what they can be counted
 * @param counts how many there are by value; null if they are not counted
 */
public record QueryAnswer(
        List<String> problems, String by, List<String> choices, @Nullable HostCounts counts) {}
