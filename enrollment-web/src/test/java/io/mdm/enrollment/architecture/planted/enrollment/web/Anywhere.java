package io.mdm.enrollment.architecture.planted.enrollment.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.slf4j.LoggerFactory;

/** Times, dice and words that nobody may use wherever he likes. */
public final class Anywhere {
    private Anywhere() {}

    public static class AsksInstant {
        Instant now = Instant.now();
    }

    public static class RefersToInstant {
        Supplier<Instant> now = Instant::now;
    }

    @SuppressWarnings("JavaUtilDate")
    public static class AsksDate {
        Date now = new Date();
    }

    public static class AsksLocalDate {
        LocalDate today = LocalDate.now(Clock.systemUTC());
    }

    public static class AsksSystem {
        long now = System.currentTimeMillis();
    }

    public static class AsksClock {
        Clock clock = Clock.systemUTC();
    }

    public static class AsksSource {
        InstantSource source = InstantSource.system();
    }

    public static class ThrowsMath {
        double dice = Math.random();
    }

    public static class ThrowsRandom {
        Random dice = new Random();
    }

    public static class ThrowsThreadLocal {
        int dice = ThreadLocalRandom.current().nextInt();
    }

    public static class ThrowsSecure {
        SecureRandom dice = new SecureRandom();
    }

    public static class ThrowsGenerator {
        RandomGenerator dice = RandomGenerator.getDefault();
    }

    public static class ThrowsUuid {
        UUID dice = UUID.randomUUID();
    }

    public static class Prints {
        static void print() {
            System.out.println();
        }
    }

    public static class LogsUntraced {
        System.Logger log = System.getLogger("");
    }

    public static class LogsToJul {
        Logger log = Logger.getGlobal();
    }

    public static class LogsToSlf4j {
        org.slf4j.Logger log = LoggerFactory.getLogger("");
    }
}
