package io.mdm.enrollment.architecture.planted.enrollment.api.spi;

public interface InSpi {}
