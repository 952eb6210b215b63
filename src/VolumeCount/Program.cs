using VolumeCount.Commands;

return await VolumeCountCommand.InvokeAsync(args, Console.Out, Console.Error);
