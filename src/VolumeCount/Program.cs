using VolumeCount.CommandLine;

return await VolumeCountCommand.InvokeAsync(args, Console.Out, Console.Error);
