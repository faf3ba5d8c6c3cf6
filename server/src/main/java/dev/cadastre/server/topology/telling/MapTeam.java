package dev.cadastre.server.topology.telling;

import dev.cadastre.ini.Origin;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A team that can answer for assets.
 *
 * @param name unique among teams
 * @param title what people call it
 * @param contacts how to reach it
 * @param declared where the estate states it; null if it was told
 */
@NamedInterface("telling")
public record MapTeam(
        String name, String title, Map<String, String> contacts, @Nullable Origin declared) {}
